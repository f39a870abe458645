// SPDX-License-Identifier: MIT
#pragma once
#include "view/pressable.hpp"

namespace p2pchat::wx_gui {

/// Who I am talking to, and what can be done with them.
class ChatHeader final : public wxPanel {
 public:
  struct Commands {
    std::function<void()> back, search, more;
  };
  ChatHeader(wxWindow* parent, const Desk& desk, const Commands& commands);
  /// Shows the way back to the list, where there is no room for both.
  void show_back(bool on);
  /// Whom the chat is with, or how they are, may have changed.
  void refresh();

 private:
  void draw(Painter& painter, const Box& all);
  const Desk& desk_;
  IconButton* back_;
};

}  // namespace p2pchat::wx_gui
