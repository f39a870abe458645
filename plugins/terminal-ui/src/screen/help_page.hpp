// SPDX-License-Identifier: MIT
#pragma once
#include "screen/page.hpp"

namespace p2pchat::terminal_ui {

/// Who I am, the keys, the commands.
class HelpPage final : public Page {
 public:
  explicit HelpPage(Desk& desk) : desk_(desk) {}
  void draw(Grid& grid, const Rect& rect) override;
  bool key(const Key& key) override;
  void shown() override { top_ = 0; }
  std::string hint() const override { return "↑↓ scroll · F2 back"; }

 private:
  Desk& desk_;
  int top_ = 0;
};

}  // namespace p2pchat::terminal_ui
