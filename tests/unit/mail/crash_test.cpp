// SPDX-License-Identifier: MIT
#include "test_node.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::test {
namespace {

using Bodies = std::vector<std::string>;

/// A conversation that writes down which messages their senders were told are saved.
class Script {
 public:
  Script() { befriend(world, alice, bob); }

  void begin() {
    for (int i = 0; i < 4; ++i) say(alice, bob, "alice " + std::to_string(i), by_alice);
    for (int i = 0; i < 3; ++i) say(bob, alice, "bob " + std::to_string(i), by_bob);
    world.clock.at(world.clock.now_us() + 15'000, [this] {
      if (!alice.runs() || !bob.runs()) return;
      say(alice, bob, "alice later", by_alice);
      bob.chat().mark_read(alice.id(), ~0ULL >> 1, {});
    });
  }

  /// Runs `count` events, or until nothing is left to do in this second; returns how many ran.
  std::size_t run(std::size_t count) {
    std::size_t ran = 0;
    world.clock.run_until([&] { return ran++ >= count; }, 1'000);
    return ran - 1;
  }

  /// Both say a last word; when it has arrived, all has.
  void end() {
    say(alice, bob, "alice last", by_alice);
    say(bob, alice, "bob last", by_bob);
    const auto arrived = [this] {
      const auto at_bob = bob.heard_from(alice), at_alice = alice.heard_from(bob);
      return std::ranges::count(at_bob, "alice last") && std::ranges::count(at_alice, "bob last");
    };
    EXPECT_TRUE(world.until(arrived)) << "the last words arrive";
    world.clock.run_for(60'000);
    expect_whole(bob.heard_from(alice), by_alice);
    expect_whole(alice.heard_from(bob), by_bob);
    expect_settled(alice, bob);
    expect_settled(bob, alice);
  }

  World world;
  TestNode alice{world, 1}, bob{world, 2};

 private:
  struct Ledger {
    Bodies said, saved;
  };

  void say(TestNode& from, TestNode& to, const std::string& text, Ledger& ledger) {
    ledger.said.push_back(text);
    from.chat().send(to.id(), text, [&ledger, text](const sdk::Status& status, const sdk::Id&) {
      if (status.ok()) ledger.saved.push_back(text);
    });
  }

  static void expect_whole(const Bodies& heard, const Ledger& ledger) {
    for (const auto& body : ledger.saved)
      EXPECT_EQ(std::ranges::count(heard, body), 1) << "saved, so there once: " << body;
    Bodies in_order;
    for (const auto& body : ledger.said)
      if (std::ranges::count(heard, body)) in_order.push_back(body);
    EXPECT_EQ(heard, in_order) << "doubled or out of order";
  }

  static void expect_settled(TestNode& from, TestNode& to) {
    for (const auto& line : from.history(to))
      EXPECT_TRUE(line.state == sdk::State::delivered || line.state == sdk::State::read) << line.body;
  }

  Ledger by_alice, by_bob;
};

std::size_t length_of_script() {
  Script script;
  script.begin();
  const auto events = script.run(~std::size_t{0} >> 1);
  script.end();
  return events;
}

TEST(ACrash, AtAnyEventOfTheSenderLosesDoublesAndReordersNothing) {
  const auto length = length_of_script();
  ASSERT_GT(length, 50U);
  for (std::size_t cut = 0; cut <= length && !::testing::Test::HasFailure(); ++cut) {
    SCOPED_TRACE(cut);
    Script script;
    script.begin();
    script.run(cut);
    script.alice.crash();
    script.run(cut % 7 * 20);
    script.alice.boot();
    script.end();
  }
}

TEST(ACrash, AtAnyEventOfTheReceiverLosesDoublesAndReordersNothing) {
  const auto length = length_of_script();
  for (std::size_t cut = 0; cut <= length && !::testing::Test::HasFailure(); ++cut) {
    SCOPED_TRACE(cut);
    Script script;
    script.begin();
    script.run(cut);
    script.bob.crash();
    script.run(cut % 7 * 20);
    script.bob.boot();
    script.end();
  }
}

TEST(ACrash, OfBothAtOnceLosesDoublesAndReordersNothing) {
  const auto length = length_of_script();
  for (std::size_t cut = 0; cut <= length && !::testing::Test::HasFailure(); cut += 3) {
    SCOPED_TRACE(cut);
    Script script;
    script.begin();
    script.run(cut);
    script.alice.crash();
    script.bob.crash();
    script.bob.boot();
    script.run(cut % 5 * 20);
    script.alice.boot();
    script.end();
  }
}

TEST(ACutConnection, AtAnyEventLosesDoublesAndReordersNothing) {
  const auto length = length_of_script();
  for (std::size_t cut = 0; cut <= length && !::testing::Test::HasFailure(); ++cut) {
    SCOPED_TRACE(cut);
    Script script;
    script.begin();
    script.run(cut);
    script.world.network.cut("10.0.0.2");
    script.end();
  }
}

TEST(ALossyNetwork, ThatCutsEveryFifteenthFrameLosesDoublesAndReordersNothing) {
  for (int start = 0; start < 15 && !::testing::Test::HasFailure(); ++start) {
    SCOPED_TRACE(start);
    Script script;
    script.world.network.rules.carry = [frame = start](const auto&, const auto&, auto&) mutable {
      return ++frame % 15 == 0 ? MemoryNetworkRules::Fate::cut : MemoryNetworkRules::Fate::deliver;
    };
    script.begin();
    script.run(~std::size_t{0} >> 1);
    script.end();
  }
}

TEST(AStoreThatFails, AtAnyCommitLosesDoublesAndReordersNothing) {
  for (int skip = 0; skip < 12 && !::testing::Test::HasFailure(); ++skip) {
    for (const auto victim : {&Script::alice, &Script::bob}) {
      SCOPED_TRACE(skip);
      Script script;
      auto& store = (script.*victim).store;
      script.begin();
      script.world.until([&, begun = store.commits] { return store.commits >= begun + skip; });
      store.fail_commits = 5;
      script.run(~std::size_t{0} >> 1);
      store.fail_commits = 0;
      script.end();
    }
  }
}

}  // namespace
}  // namespace p2pchat::test
