// SPDX-License-Identifier: MIT
#pragma once
#include "presented.hpp"
#include "text/language.hpp"

#include <vector>

namespace p2pchat::wx_gui {

/// The messages a search in one conversation found, newest first, and the one that is looked at.
class SearchHits {
 public:
  void clear() { *this = {}; }
  /// Adds what a search brought; `next` is where it goes on, 0 at the end.
  void add(const std::vector<Message>& found, std::uint64_t next);
  /// Goes to the next older (or newer) one; false when there is none.
  bool older();
  bool newer();
  /// The place looked at, 0 when nothing was found.
  std::uint64_t current() const { return places_.empty() ? 0 : places_[at_]; }
  /// Where to go on searching when the oldest known one is looked at, 0 when there is nothing more.
  std::uint64_t wanted() const { return at_ + 1 >= places_.size() ? next_ : 0; }
  /// `2 of 7`, `2 of 50+`, `nothing found`.
  std::string words(const Language& language) const;

 private:
  std::vector<std::uint64_t> places_;
  std::size_t at_ = 0;
  std::uint64_t next_ = 0;
};

}  // namespace p2pchat::wx_gui
