// SPDX-License-Identifier: MIT
#pragma once
#include "presented.hpp"
#include "text/language.hpp"

namespace p2pchat::wx_gui {

/// What this node knows of bottles: others' that lie here, and mine with their ways. Newest first.
struct Beach {
  std::vector<Bottle> found;
  std::vector<Journey> mine;
};

/// A bottle in the picture. `x` and `y` are parts of the sand or of the sea, 0 to 1; `y` 0 is far out, or far up the
/// sand.
struct PlacedBottle {
  sdk::Id id;
  bool mine = false;
  double x = 0, y = 0;
  double turn = 0;  ///< radians
};

inline constexpr std::size_t most_placed = 24;  ///< on the sand, and in the sea

/// Where bottles lie: by their id, so at the same place each time, and apart from those that were there before. Mine
/// are in the sea, the older the further out, until they expired; others' on the sand. Those that only pass are not
/// shown. What lies on the sand already (`lying`) stays where it is, whoever else is taken away.
std::vector<PlacedBottle> place_bottles(const Beach& beach, std::uint64_t now_ms,
                                        const std::vector<PlacedBottle>& lying = {});

/// `2 new · 3 at sea`.
std::string beach_words(const Beach& beach, const Language& language);
/// Below a bottle on the sand: how its text begins, and how long it has lain there.
std::string found_words(const Bottle& bottle, std::uint64_t now_ms, const Language& language);
/// How far a bottle of mine has come.
std::string voyage_words(const Bottle& bottle, const Language& language);
/// One step of a bottle of mine; `who` is the node in words.
std::string step_words(const Step& step, std::string_view who, const Language& language);
/// With what somebody is asked to chat: who threw a bottle I found, or who found one of mine.
std::string greeting_to_creator(std::string_view body, const Language& language);
std::string greeting_to_finder(std::string_view body, const Language& language);

}  // namespace p2pchat::wx_gui
