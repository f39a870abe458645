// SPDX-License-Identifier: MIT
#pragma once
#include "presented.hpp"
#include "screen/grid.hpp"

#include <functional>
#include <optional>

namespace p2pchat::terminal_ui {

/// The people I talk with, in a column. What is selected is a person, not a row, so it stays when the order changes.
class ContactList {
 public:
  explicit ContactList(const AddressBook& book) : book_(book) {}
  std::optional<sdk::Id> selected() const { return selected_; }
  void select(const sdk::Id& who) { selected_ = who; }
  /// Moves the selection by so many rows, stopping at the ends.
  void move(int by);
  /// The next person with unread messages after the selected one, if any.
  std::optional<sdk::Id> next_unread() const;
  /// `has_draft` says for whom a text is begun.
  void draw(Grid& grid, const Rect& rect, bool focused, const std::function<bool(const sdk::Id&)>& has_draft);

 private:
  std::optional<std::size_t> index() const;
  const AddressBook& book_;
  std::optional<sdk::Id> selected_;
  std::size_t top_ = 0;
};

}  // namespace p2pchat::terminal_ui
