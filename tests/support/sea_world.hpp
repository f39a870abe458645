// SPDX-License-Identifier: MIT
#pragma once
#include "support/sea_node.hpp"

#include <p2pchat/bottle.hpp>

#include <optional>
#include <string>

namespace p2pchat::test {

/// Some nodes with one bottle plugin and what a test asks them; every question waits for its answer.
template <class Plugin>
class SeaOf {
 public:
  explicit SeaOf(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) nodes_.push_back(std::make_unique<SeaNodeOf<Plugin>>(world, i + 1));
    run_for(1'000);
  }
  SeaNodeOf<Plugin>& operator[](std::size_t node) { return *nodes_[node]; }
  std::size_t size() const { return nodes_.size(); }
  VirtualClock& clock() { return world.clock; }
  void run_for(std::uint64_t ms) { world.clock.run_for(ms); }
  bool until(const std::function<bool()>& condition, std::uint64_t ms = 600'000) {
    return world.clock.run_until(condition, ms);
  }

  /// Throws a bottle; zero when it is not queued.
  sdk::Id cast(std::size_t node, const std::string& body, std::uint32_t ttl_s = 0) {
    const auto bottle = std::make_shared<sdk::Id>();
    ask([&](sdk::StatusFn&& done) {
      nodes_[node]->bottle().cast(body, ttl_s,
                                  [bottle, done = std::move(done)](const sdk::Status& status, const sdk::Id& id) {
                                    if (status.ok()) *bottle = id;
                                    done(status);
                                  });
    });
    return *bottle;
  }
  /// Throws one, and waits until it lies on three beaches.
  sdk::Id cast_ashore(std::size_t node, const std::string& body, std::uint32_t ttl_s = 0) {
    const auto bottle = cast(node, body, ttl_s);
    until([&] { return mine(node, bottle)->beaches == 3; });
    return bottle;
  }
  sdk::Errc answer(std::size_t node, const sdk::Id& bottle, const std::string& text) {
    return ask([&](sdk::StatusFn&& done) { nodes_[node]->bottle().answer(bottle, text, std::move(done)); });
  }
  sdk::Errc cast_to(std::size_t node, const sdk::Id& receiver, const std::string& sealed, std::uint32_t ttl_s = 0) {
    return ask([&](sdk::StatusFn&& done) {
      nodes_[node]->bottle().cast_to(receiver, sdk::bytes::of(sealed), ttl_s, std::move(done));
    });
  }
  /// Makes a call and waits a minute for its answer; `timed_out` when there is none.
  sdk::Errc ask(const std::function<void(sdk::StatusFn&&)>& call) {
    auto answer = std::make_shared<std::optional<sdk::Errc>>();
    call([answer](const sdk::Status& status) { *answer = status.code; });
    until([&] { return answer->has_value(); }, 60'000);
    return answer->value_or(sdk::Errc::timed_out);
  }
  std::optional<sdk::BottleView> on_beach(std::size_t node, const sdk::Id& bottle) {
    std::optional<sdk::BottleView> found;
    nodes_[node]->bottle().beach([&](const sdk::BottleView& view) {
      if (view.id == bottle) found = view;
    });
    return found;
  }
  std::optional<sdk::BottleView> mine(std::size_t node, const sdk::Id& bottle) {
    std::optional<sdk::BottleView> found;
    nodes_[node]->bottle().mine([&](const sdk::BottleView& view) {
      if (view.id == bottle) found = view;
    });
    return found;
  }
  /// The nodes that run and on whose beach a bottle lies to be found.
  std::vector<std::size_t> finders(const sdk::Id& bottle) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      if (nodes_[i]->runs())
        if (const auto view = on_beach(i, bottle); view && view->voyage != sdk::Voyage::passing) found.push_back(i);
    return found;
  }
  template <class Refusal>
  std::uint64_t refused(std::size_t node, Refusal refusal) {
    return nodes_[node]->bottle().counters().of(refusal);
  }

  SeaWorld world;

 private:
  std::vector<std::unique_ptr<SeaNodeOf<Plugin>>> nodes_;
};

}  // namespace p2pchat::test
