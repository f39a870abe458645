// SPDX-License-Identifier: MIT
#include "exchange.hpp"

namespace p2pchat::simulation {

void Exchange::enter(std::size_t place, SimNetwork& network) {
  if (homes_.size() <= place) homes_.resize(place + 1);
  homes_[place] = {.network = &network};
}

void Exchange::leave(std::size_t place) {
  homes_[place] = {.network = nullptr, .has_vanished = vanishing_.happens(vanishing_share)};
}

}  // namespace p2pchat::simulation
