// SPDX-License-Identifier: MIT
#include "test_node.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::test {
namespace {

using Bodies = std::vector<std::string>;

/// Alice writes to Bob, who is away; the sea is between them.
struct Absence {
  Absence() {
    world.sea.emplace(world.clock);
    alice.emplace(world, 1);
    bob.emplace(world, 2);
    befriend(world, *alice, *bob);
    world.clock.run_for(60'000);
    bob->crash();
    for (const auto& body : said) alice->chat().send(bob->id(), body, {});
  }

  /// Runs `count` events, or until nothing is left to do in half a minute; returns how many ran.
  std::size_t run(std::size_t count) {
    std::size_t ran = 0;
    world.clock.run_until([&] { return ran++ >= count; }, 30'000);
    return ran - 1;
  }

  void expect_once() {
    const auto heard = bob->heard_from(*alice);
    Bodies in_order;
    for (const auto& body : said)
      if (std::ranges::count(heard, body)) in_order.push_back(body);
    EXPECT_EQ(heard, in_order) << "doubled or out of order";
  }

  void expect_settled() {
    EXPECT_TRUE(world.until([this] {
      const auto lines = alice->history(*bob);
      return std::ranges::all_of(lines, [](const auto& line) { return line.state == sdk::State::delivered; });
    }));
    EXPECT_EQ(bob->heard_from(*alice).size(), alice->history(*bob).size());
    expect_once();
  }

  const Bodies said{"one", "two", "three"};
  World world;
  std::optional<TestNode> alice, bob;
};

TEST(ACrashByTheSea, AtAnyEventOfTheSenderLosesAndDoublesNothing) {
  const auto length = Absence().run(~std::size_t{0} >> 1);
  ASSERT_GT(length, 30U);
  for (std::size_t cut = 0; cut <= length && !::testing::Test::HasFailure(); ++cut) {
    SCOPED_TRACE(cut);
    Absence absence;
    absence.run(cut);
    absence.alice->crash();
    absence.bob->boot();
    absence.world.clock.run_for(cut % 5 * 1'000);
    absence.expect_once();
    absence.alice->boot();
    absence.expect_settled();
  }
}

TEST(ACrashByTheSea, AtAnyEventOfTheReceiverLosesAndDoublesNothing) {
  const auto arrive = [](Absence& absence) {
    EXPECT_TRUE(absence.world.until([&] { return absence.world.sea->afloat.size() == 1; }));
    absence.alice->crash();
    absence.bob->boot();
  };
  Absence whole;
  arrive(whole);
  const auto length = whole.run(~std::size_t{0} >> 1);
  EXPECT_EQ(whole.bob->heard_from(*whole.alice), whole.said);
  for (std::size_t cut = 0; cut <= length && !::testing::Test::HasFailure(); ++cut) {
    SCOPED_TRACE(cut);
    Absence absence;
    arrive(absence);
    absence.run(cut);
    absence.bob->crash();
    absence.bob->boot();
    EXPECT_TRUE(absence.world.until([&] { return absence.world.sea->afloat.empty(); }));
    EXPECT_EQ(absence.bob->heard_from(*absence.alice), absence.said);
    absence.alice->boot();
    absence.expect_settled();
  }
}

}  // namespace
}  // namespace p2pchat::test
