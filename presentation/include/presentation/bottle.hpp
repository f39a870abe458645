// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/bottle.hpp>

#include <string>
#include <vector>

namespace p2pchat::presentation {

/// A bottle as this node knows it, owning its text.
struct Bottle {
  sdk::Id id, sender;
  std::uint64_t time_ms = 0, expiry_ms = 0, here_ms = 0;
  sdk::Voyage voyage = sdk::Voyage::queued;
  std::uint32_t hops = 0, beaches = 0, answers = 0;
  std::string body;
  std::string name;  ///< what it is called here, such as `b1`: see `BottleNames`

  static Bottle of(const sdk::BottleView& view);
};

/// One step of a bottle of mine.
struct Step {
  sdk::Voyage voyage = sdk::Voyage::adrift;
  sdk::Id node;
  std::uint64_t time_ms = 0;
  std::uint32_t hops = 0;
  std::string text;  ///< of an answer

  static Step of(const sdk::BottleStep& step);
  /// Whether `node` found the bottle, so that one can talk with them.
  bool names_finder() const { return voyage == sdk::Voyage::ashore || voyage == sdk::Voyage::answered; }
};

/// A bottle of mine with what is known of its way, in order.
struct Journey {
  Bottle bottle;
  std::vector<Step> steps;
};

}  // namespace p2pchat::presentation
