// SPDX-License-Identifier: MIT
#pragma once
#include "model/bottle_names.hpp"
#include "presented.hpp"

namespace p2pchat::terminal_ui {

/// Others' bottles that lie or pass here. Those of blocked people are not among them.
class Beach {
 public:
  explicit Beach(const AddressBook& book) : book_(book) {}
  /// Takes a new state, newest first, and returns what came, oldest first: what passes, and what came ashore unread.
  std::vector<Bottle> replace(std::vector<Bottle> bottles);
  /// What came ashore and lies here, newest first.
  std::vector<const Bottle*> lying() const;
  /// What passes, newest first.
  std::vector<const Bottle*> passing() const;
  const Bottle* find(const sdk::Id& bottle) const;
  std::size_t unread() const;
  std::variant<sdk::Id, sdk::Status> resolve(std::string_view text) const { return names_.resolve(text); }

 private:
  bool shown(const Bottle& bottle) const;
  const AddressBook& book_;
  std::vector<Bottle> bottles_;
  BottleNames names_{'b', "on the beach; /beach lists them"};
};

}  // namespace p2pchat::terminal_ui
