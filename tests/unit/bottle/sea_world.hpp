// SPDX-License-Identifier: MIT
#pragma once
#include "sea_node.hpp"

#include <string>

namespace p2pchat::test {

/// Some nodes and what a test asks them; every question waits for its answer.
class Sea {
 public:
  explicit Sea(std::size_t count);
  SeaNode& operator[](std::size_t node) { return *nodes_[node]; }
  std::size_t size() const { return nodes_.size(); }
  VirtualClock& clock() { return world.clock; }
  void run_for(std::uint64_t ms) { world.clock.run_for(ms); }
  bool until(const std::function<bool()>& condition, std::uint64_t ms = 600'000) {
    return world.clock.run_until(condition, ms);
  }

  /// Throws a bottle; zero when it is not queued.
  sdk::Id cast(std::size_t node, const std::string& body, std::uint32_t ttl_s = 0);
  /// Throws one, and waits until it lies on three beaches.
  sdk::Id cast_ashore(std::size_t node, const std::string& body, std::uint32_t ttl_s = 0);
  sdk::Errc answer(std::size_t node, const sdk::Id& bottle, const std::string& text);
  sdk::Errc cast_to(std::size_t node, const sdk::Id& receiver, const std::string& sealed, std::uint32_t ttl_s = 0);
  /// Makes a call and waits a minute for its answer; `timed_out` when there is none.
  sdk::Errc ask(const std::function<void(sdk::StatusFn&&)>& call);
  std::optional<sdk::BottleView> on_beach(std::size_t node, const sdk::Id& bottle);
  std::optional<sdk::BottleView> mine(std::size_t node, const sdk::Id& bottle);
  /// The nodes that run and on whose beach a bottle lies to be found.
  std::vector<std::size_t> finders(const sdk::Id& bottle);
  std::uint64_t refused(std::size_t node, bottle::Refusal refusal) {
    return nodes_[node]->bottle().counters().of(refusal);
  }

  SeaWorld world;

 private:
  std::vector<std::unique_ptr<SeaNode>> nodes_;
};

}  // namespace p2pchat::test
