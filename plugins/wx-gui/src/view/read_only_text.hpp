// SPDX-License-Identifier: MIT
#pragma once
#include "view/desk.hpp"

#include <wx/textctrl.h>

namespace p2pchat::wx_gui {

/// How a text that is only read looks.
struct ReadOnlyLook {
  wxFont font;
  Colour ink, ground;
  long style = 0;  ///< more of `wxTE_...`
};

/// A text that can be selected from but not written in, without a frame; it scrolls where it is longer than its size
/// (pixels). `name` is for screen readers. Thread: the UI's.
wxTextCtrl* read_only_text(wxWindow* parent, const std::string& text, const std::string& name, const wxSize& size,
                           const ReadOnlyLook& look);

}  // namespace p2pchat::wx_gui
