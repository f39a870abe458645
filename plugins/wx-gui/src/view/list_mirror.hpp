// SPDX-License-Identifier: MIT
#pragma once
#include "view/desk.hpp"

#include <wx/listbox.h>

#include <functional>

namespace p2pchat::wx_gui {

/// What a view draws, as a native list for those who cannot see it: one line for each message or bottle, walked with
/// the arrow keys. Enter does what the view does with that one, Ctrl+C copies the line.
class ListMirror final : public wxListBox {
 public:
  ListMirror(wxWindow* parent, const Desk& desk, const std::string& name, std::function<void(std::size_t)> open);
  /// Shows other lines. The chosen one stays where it is, or goes along when it is the last.
  void show(const std::vector<std::string>& lines);
};

}  // namespace p2pchat::wx_gui
