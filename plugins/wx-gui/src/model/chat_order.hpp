// SPDX-License-Identifier: MIT
#pragma once
#include "presented.hpp"

#include <string>
#include <vector>

namespace p2pchat::wx_gui {

/// Who stands in the list of chats, and in which order: requests, then conversations, the newest first. Who is blocked
/// is found by name only.
///
/// The book is sorted once each time it changes. A key in the field that finds chats sorts nothing, and looks only at
/// the names that the letters before it left, so that a hundred thousand people are no burden.
class ChatOrder {
 public:
  /// Takes the people of the book; the filter stays.
  void take(const AddressBook& book);
  /// Leaves only those in whose name this stands, whatever the case of its ASCII letters.
  void filter(std::string_view text);
  const std::vector<sdk::Id>& shown() const { return shown_; }
  /// How many names the last `filter` looked at.
  std::size_t looked_at() const { return looked_at_; }

 private:
  struct Entry {
    sdk::Id id;
    std::string name;  // as it is compared
  };
  void apply(const std::string& text);
  std::vector<Entry> all_;
  std::size_t blocked_from_ = 0;  // where in `all_` those who are blocked begin
  std::string text_;
  std::vector<std::size_t> left_;  // places in `all_`
  std::vector<sdk::Id> shown_;
  std::size_t looked_at_ = 0;
};

}  // namespace p2pchat::wx_gui
