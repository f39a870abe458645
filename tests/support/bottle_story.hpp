// SPDX-License-Identifier: MIT
#pragma once
#include "support/sea_world.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {

/// How many nodes take part.
inline constexpr std::size_t story_nodes = 8;

/// A bottle is thrown and answered while one process dies right after its n-th write, and starts again.
template <class Plugin>
class StoryOf {
 public:
  /// Whether a message says that its sender has a bottle that it had not before.
  using IsTaken = bool (*)(const std::string& type, const std::string& body);

  StoryOf(std::size_t victim, std::size_t dies_after, IsTaken is_taken) : victim_(victim) {
    sea_.world.courier.carry = [this, is_taken](const sdk::Id& from, const sdk::Id&, const std::string& type,
                                                std::string& body) {
      taken_[from] += is_taken(type, body);
      return MemoryCourier::Fate::deliver;
    };
    sea_[victim].disk.dies_after = sea_[victim].disk.writes + dies_after;
  }

  /// Whether the victim died; else the story was over before.
  bool tell() {
    const auto bottle = throw_it();
    EXPECT_TRUE(go_on([&] { return sea_.mine(0, bottle) && sea_.mine(0, bottle)->beaches >= 3; }));
    answer(bottle);
    EXPECT_TRUE(go_on([&] { return sea_.mine(0, bottle) && sea_.mine(0, bottle)->answers >= 1; }));
    go_on([] { return false; });
    check(bottle);
    return has_died_;
  }

 private:
  /// Lets time pass until something holds; buries the victim and starts it again meanwhile.
  bool go_on(const std::function<bool()>& condition) {
    auto& victim = sea_[victim_];
    const auto is_dead = [&] { return !has_died_ && victim.disk.is_dead(); };
    sea_.until([&] { return is_dead() || condition(); }, 200'000);
    if (is_dead()) {
      has_died_ = true;
      victim.crash();
      sea_.run_for(15'000);
      victim.boot();
      sea_.run_for(1'000);
    }
    return sea_.until(condition, 600'000);
  }

  sdk::Id throw_it() {
    auto bottle = std::make_shared<sdk::Id>();
    sea_[0].bottle().cast("hello", 0, [bottle](const sdk::Status&, const sdk::Id& id) { *bottle = id; });
    go_on([&] { return mine() != sdk::Id{}; });
    return mine();
  }

  sdk::Id mine() {
    sdk::Id id;
    sea_[0].bottle().mine([&](const sdk::BottleView& view) { id = view.id; });
    return id;
  }

  void answer(const sdk::Id& bottle) {
    const auto finders = sea_.finders(bottle);
    ASSERT_FALSE(finders.empty());
    const auto finder = finders.front();
    const auto answered = std::make_shared<bool>(false);
    const auto call = [&] {
      sea_[finder].bottle().answer(bottle, "here", [answered](const sdk::Status&) { *answered = true; });
    };
    call();
    if (!go_on([&] { return *answered; })) call();  // it died before that was durable: the person tries again
  }

  void check(const sdk::Id& bottle) {
    // Who had it and died before saying so was replaced, and comes back with it.
    EXPECT_GE(sea_.finders(bottle).size(), 3U);
    EXPECT_LE(sea_.finders(bottle).size(), has_died_ && victim_ != 0 ? 4U : 3U);
    EXPECT_EQ(sea_.mine(0, bottle)->beaches, sea_.finders(bottle).size());
    EXPECT_EQ(sea_.mine(0, bottle)->answers, 1U);
    std::size_t mine = 0;
    sea_[0].bottle().mine([&](const sdk::BottleView&) { ++mine; });
    EXPECT_EQ(mine, 1U);
    for (const auto& [node, times] : taken_) EXPECT_LE(times, 1U) << "a node took the bottle over twice";
  }

  SeaOf<Plugin> sea_{story_nodes};
  const std::size_t victim_;
  bool has_died_ = false;
  std::map<sdk::Id, std::size_t> taken_;
};

/// An addressed bottle is kept, collected and erased while one process dies right after its n-th write.
/// Returns whether it died. `table` is where the plugin keeps bottles.
template <class Plugin>
bool tell_of_a_parcel(std::size_t victim, std::size_t dies_after, const std::string& table) {
  SeaOf<Plugin> sea(story_nodes);
  auto& node = sea[victim];
  const auto receiver = sea[5].id();
  sea[5].crash();
  if (victim != 5) node.disk.dies_after = node.disk.writes + dies_after;
  bool has_died = false;
  const auto go_on = [&](std::uint64_t ms) {
    if (!sea.until([&] { return !has_died && node.disk.is_dead(); }, ms)) return;
    has_died = true;
    node.crash();
    sea.run_for(15'000);
    node.boot();
  };
  auto has_left = std::make_shared<bool>(false);
  sea[0].bottle().cast_to(receiver, sdk::bytes::of("for you"), 0,
                          [has_left](const sdk::Status& status) { *has_left = status.ok(); });
  go_on(60'000);
  EXPECT_TRUE(*has_left);
  sea[0].crash();
  sea[5].boot();
  if (victim == 5) node.disk.dies_after = dies_after;
  go_on(300'000);
  go_on(1'800'000);
  EXPECT_GE(sea[5].parcels.size(), 1U) << "lost";
  EXPECT_LE(sea[5].parcels.size(), has_died ? 2U : 1U) << "heard again although it was taken";
  for (std::size_t i = 0; i < story_nodes; ++i)
    for (const auto& [place, value] : sea[i].disk.entries) EXPECT_NE(place.first, table) << "not erased at " << i;
  return has_died;
}

}  // namespace p2pchat::test
