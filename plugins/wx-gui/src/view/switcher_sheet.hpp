// SPDX-License-Identifier: MIT
#pragma once
#include "model/chat_order.hpp"
#include "view/finder_sheet.hpp"

namespace p2pchat::wx_gui {

/// Goes to another chat: those with something unread stand first.
class SwitcherSheet final : public FinderSheet {
 public:
  SwitcherSheet(wxWindow* parent, Desk& desk, std::function<void(const sdk::Id&)> chosen);

 private:
  void look_for(const std::string& words) override;
  void go(std::size_t row) override;
  ChatOrder order_;
  std::function<void(const sdk::Id&)> chosen_;
};

}  // namespace p2pchat::wx_gui
