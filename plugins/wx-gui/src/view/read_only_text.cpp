// SPDX-License-Identifier: MIT
#include "view/read_only_text.hpp"

#include "view/access.hpp"
#include "view/painter.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {

wxTextCtrl* read_only_text(wxWindow* parent, const std::string& text, const std::string& name, const wxSize& size,
                           const ReadOnlyLook& look) {
  auto* made = new wxTextCtrl(parent, wxID_ANY, shown(text), wxDefaultPosition, size,
                              wxTE_MULTILINE | wxTE_READONLY | wxBORDER_NONE | look.style);
  made->SetFont(look.font);
  made->SetBackgroundColour(solid(look.ground));
  made->SetForegroundColour(solid(look.ink));
  name_for_access(*made, name);
  return made;
}

}  // namespace p2pchat::wx_gui
