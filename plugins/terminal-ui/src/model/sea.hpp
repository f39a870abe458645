// SPDX-License-Identifier: MIT
#pragma once
#include "model/bottle_names.hpp"
#include "presented.hpp"

namespace p2pchat::terminal_ui {

/// Something that became of a bottle of mine.
struct SeaNews {
  Bottle bottle;
  Step step;
  std::size_t number = 0;  ///< which step of the journey, from 1; 0 when it is none: queued
};

/// My bottles and how far each has come.
class Sea {
 public:
  /// Takes a new state, newest first, and returns what became of each since the last, in order; at first nothing.
  std::vector<SeaNews> replace(std::vector<Journey> journeys);
  /// Newest first.
  const std::vector<Journey>& journeys() const { return journeys_; }
  const Journey* find(const sdk::Id& bottle) const;
  std::variant<sdk::Id, sdk::Status> resolve(std::string_view text) const { return names_.resolve(text); }

 private:
  std::vector<Journey> journeys_;
  BottleNames names_{'m', "of mine; /mine lists them"};
  bool have_first_ = false;
};

/// Who found a bottle of mine: the node of a step (from 1), or with 0 the only one who answered. The error says what to
/// type instead.
std::variant<sdk::Id, sdk::Status> finder(const Journey& journey, std::size_t step);

}  // namespace p2pchat::terminal_ui
