// SPDX-License-Identifier: MIT
#pragma once
#include "model/sea.hpp"
#include "presented.hpp"

#include <string>
#include <variant>
#include <vector>

namespace p2pchat::terminal_ui {

/// Others' bottles that came ashore or pass, oldest first.
struct BottlesCame {
  std::vector<Bottle> bottles;
  bool first = false;  ///< the beach as it was found at the start
};
/// What became of bottles of mine, in order.
struct BottlesMoved {
  std::vector<SeaNews> news;
};

/// What happened, as a value.
using Event = std::variant<BecameReady, BookChanged, MessageAdded, MessageChanged, Presence, NetworkStatus, Notice,
                           BottlesCame, BottlesMoved>;

}  // namespace p2pchat::terminal_ui
