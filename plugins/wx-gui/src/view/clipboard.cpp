// SPDX-License-Identifier: MIT
#include "view/clipboard.hpp"

#include "view/text.hpp"

#include <wx/clipbrd.h>
#include <wx/dataobj.h>

namespace p2pchat::wx_gui {

void copy_to_clipboard(const std::string& text) {
  if (!wxTheClipboard->Open()) return;
  wxTheClipboard->SetData(new wxTextDataObject(shown(text)));
  wxTheClipboard->Close();
}

}  // namespace p2pchat::wx_gui
