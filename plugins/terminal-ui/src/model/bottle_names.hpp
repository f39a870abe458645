// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>

namespace p2pchat::terminal_ui {

/// Short names for bottles: a letter and a number, given in the order in which they are first seen.
///
/// A name keeps its bottle while that is there and is never given to another, so that what was typed for one cannot
/// meet one that came since.
class BottleNames {
 public:
  /// `where` ends the sentence that says that there is none, such as `on the beach; /beach lists them`.
  BottleNames(char letter, std::string where) : letter_(letter), where_(std::move(where)) {}
  /// The name of a bottle, a new one when it has none.
  std::string name(const sdk::Id& bottle);
  /// Forgets the names of all others.
  void retain(const std::set<sdk::Id>& bottles);
  /// Which bottle is meant by a name, its number alone, a full id, or the first six digits of one or more.
  std::variant<sdk::Id, sdk::Status> resolve(std::string_view text) const;

 private:
  char letter_;
  std::string where_;
  std::map<sdk::Id, std::uint64_t> numbers_;
  std::uint64_t last_ = 0;
};

}  // namespace p2pchat::terminal_ui
