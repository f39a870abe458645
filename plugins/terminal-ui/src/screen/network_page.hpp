// SPDX-License-Identifier: MIT
#pragma once
#include "screen/page.hpp"

namespace p2pchat::terminal_ui {

/// What the node sees of the network: its status in a sentence, the sessions that stand, the routing table.
class NetworkPage final : public Page {
 public:
  explicit NetworkPage(Desk& desk) : desk_(desk) {}
  void draw(Grid& grid, const Rect& rect) override;
  bool key(const Key& key) override;
  void hear(const Event& event) override;
  void shown() override { fetch(); }
  std::string hint() const override { return "r look again · ↑↓ scroll"; }

 private:
  void fetch();
  Desk& desk_;
  NetworkPicture picture_;
  bool fetching_ = false;
  int top_ = 0;
};

}  // namespace p2pchat::terminal_ui
