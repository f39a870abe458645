// SPDX-License-Identifier: MIT
#pragma once
#include "view/pressable.hpp"

namespace p2pchat::wx_gui {

/// Who I am talking to, and what can be done with them.
class ChatHeader final : public wxPanel {
 public:
  ChatHeader(wxWindow* parent, const Desk& desk, std::function<void()> search, std::function<void()> more);

 private:
  void draw(Painter& painter, const Box& all);
  const Desk& desk_;
};

}  // namespace p2pchat::wx_gui
