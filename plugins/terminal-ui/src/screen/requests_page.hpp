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
  const Person* selected() const;
  void act(Verb verb, std::string_view word);
  Desk& desk_;
  std::size_t index_ = 0;
};

}  // namespace p2pchat::terminal_ui
