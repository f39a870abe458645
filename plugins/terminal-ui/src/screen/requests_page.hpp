// SPDX-License-Identifier: MIT
#pragma once
#include "screen/page.hpp"

#include <optional>

namespace p2pchat::terminal_ui {

/// Who asks to be a contact, apart from everybody else, with what they say.
class RequestsPage final : public Page {
 public:
  explicit RequestsPage(Desk& desk) : desk_(desk) {}
  void draw(Grid& grid, const Rect& rect) override;
  bool key(const Key& key) override;
  std::string hint() const override { return "↑↓ choose · a accept · d decline · b block"; }

 private:
  void choose(int by);
  void act(Verb verb, std::string_view word);
  Desk& desk_;
  std::optional<sdk::Id> chosen_;
  int index_ = 0;  ///< where it stood when last looked at
};

}  // namespace p2pchat::terminal_ui
