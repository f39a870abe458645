// SPDX-License-Identifier: MIT
#pragma once
#include <wx/string.h>

#include <string>
#include <string_view>

namespace p2pchat::wx_gui {

/// Text for wx; what is not UTF-8 must have been repaired before.
inline wxString shown(std::string_view text) { return wxString::FromUTF8(text.data(), text.size()); }
inline wxString shown(std::u32string_view text) {
  return {reinterpret_cast<const wchar_t*>(text.data()), text.size()};  // wchar_t has 32 bits where GTK runs
}
/// Text from wx.
inline std::string octets_of(const wxString& text) { return text.utf8_string(); }

}  // namespace p2pchat::wx_gui
