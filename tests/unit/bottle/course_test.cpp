// SPDX-License-Identifier: MIT
#include "judge/course.hpp"

#include "bottler.hpp"
#include "note/gas_chain.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::test {
namespace {

using namespace bottle;

constexpr unsigned nodes = 6;

/// Ids whose number is their distance to the bottle, which has id zero.
Id at(unsigned distance) {
  Id id;
  id.b[31] = static_cast<std::uint8_t>(distance);
  return id;
}

Neighbour node(unsigned distance) { return {.id = at(distance), .ip = "203.0.113.7", .port = 1}; }

bool in(unsigned set, unsigned distance) { return set >> distance & 1; }

std::vector<unsigned> distances(const std::vector<Neighbour>& list) {
  std::vector<unsigned> numbers;
  for (const auto& neighbour : list) numbers.push_back(neighbour.id.b[31]);
  return numbers;
}

/// One situation; sets are bits by distance, 1 to 6. Distance 7 is somebody outside.
struct Case {
  unsigned me = 1, creator = 7, receiver = 0, known = 0, listed = 0, absent = 0, reached = 0, gas = 3;
  bool released = false;

  Note note() const {
    Note made;
    made.gas = gas;
    made.sender = at(creator);
    for (unsigned i = 1; i <= nodes; ++i)
      if (in(listed, i)) made.nearest.push_back(node(i));
    return made;
  }
  View view() const {
    View seen{.me = at(me), .known = {}, .absent = {}, .reached = {}, .released = released};
    for (unsigned i = nodes; i >= 1; --i) {
      if (in(known, i)) seen.known.push_back(node(i));
      if (in(absent, i)) seen.absent.push_back(at(i));
      if (in(reached, i)) seen.reached.push_back(at(i));
    }
    return seen;
  }

  /// The rule once more, said of each node for itself.
  bool counts(unsigned i) const {
    if (i == creator) return false;
    return i == me ? !released && !in(absent, i) : in(known, i) && !in(absent, i);
  }
  bool is_nearest(unsigned i, unsigned how_many) const {
    unsigned nearer = 0;
    for (unsigned other = 1; other < i; ++other) nearer += counts(other);
    return counts(i) && nearer < how_many;
  }
  Course expected() const {
    Course course;
    course.ashore = me != creator && !released && (is_nearest(me, 3) || gas == 0);
    for (unsigned i = 1; i <= nodes; ++i) {
      auto entry = node(i);
      if (i == me) entry = {.id = at(i)};
      if (is_nearest(i, 5)) course.nearest.push_back(entry);
      const bool wanted = gas > 0 && i != me && !in(reached, i) && is_nearest(i, 3);
      if (wanted && !in(listed, i)) course.targets.push_back(entry);
      if (wanted && in(listed, i)) course.claimed.push_back(entry.id);
    }
    return course;
  }
};

/// Calls `f` with every subset of the nodes that are neither of two.
template <class F>
void subsets(F f) {
  for (unsigned set = 0; set < 2U << nodes; set += 2) f(set);
}

TEST(Course, FollowsTheRuleInEveryCombinationOfNodesAndList) {
  unsigned count = 0;
  for (unsigned me = 1; me <= nodes; ++me)
    for (unsigned creator = 1; creator <= nodes + 1; ++creator)
      for (const unsigned gas : {0U, 1U, 5U})
        subsets([&](unsigned known) {
          subsets([&](unsigned listed) {
            const Case c{.me = me, .creator = creator, .known = known, .listed = listed, .gas = gas};
            ASSERT_EQ(judge(c.note(), c.view()), c.expected()) << me << creator << gas << ' ' << known << ' ' << listed;
            ++count;
          });
        });
  EXPECT_EQ(count, 6U * 7 * 3 * 64 * 64);
}

TEST(Course, FollowsTheRuleInEveryCombinationOfAbsentAndReached) {
  for (unsigned me = 1; me <= nodes; ++me)
    for (const bool released : {false, true})
      subsets([&](unsigned absent) {
        subsets([&](unsigned reached) {
          const Case c{
              .me = me, .known = 0x7e, .absent = absent & ~(1U << me), .reached = reached, .released = released};
          if (std::popcount(c.absent) > int(most_replacements)) return;
          ASSERT_EQ(judge(c.note(), c.view()), c.expected());
        });
      });
}

TEST(Course, WithFewerThanThreeNodesEverybodyKeepsIt) {
  EXPECT_TRUE(judge(Case{.me = 6}.note(), Case{.me = 6}.view()).ashore);
  const Case two{.me = 6, .known = 0b110};
  EXPECT_TRUE(judge(two.note(), two.view()).ashore);
  EXPECT_EQ(distances(judge(two.note(), two.view()).targets), (std::vector<unsigned>{1, 2}));
  const Case three{.me = 6, .known = 0b1110};
  EXPECT_FALSE(judge(three.note(), three.view()).ashore);
}

TEST(Course, ANodeThatOnlyTheListNamesTakesNobodysPlace) {
  const Case lies{.me = 5, .known = 1U << 6, .listed = 0b1110};
  const auto course = judge(lies.note(), lies.view());
  EXPECT_TRUE(course.ashore);
  EXPECT_EQ(distances(course.targets), (std::vector<unsigned>{6}));
  EXPECT_EQ(distances(course.nearest), (std::vector<unsigned>{5, 6})) << "nor is it told on";
}

TEST(Course, TheCreatorThrowsToTheThreeNearestAndKeepsNothing) {
  for (const unsigned gas : {0U, 5U}) {
    const Case thrown{.me = 1, .creator = 1, .known = 0x7e, .gas = gas};
    const auto course = judge(thrown.note(), thrown.view());
    EXPECT_FALSE(course.ashore);
    EXPECT_EQ(course.targets.size(), gas ? 3U : 0U);
    EXPECT_EQ(distances(course.nearest), (std::vector<unsigned>{2, 3, 4, 5, 6}));
  }
}

TEST(Course, AnAddressedBottleGoesToItsReceiverWhoSendsItNowhere) {
  const Case c{.me = 2, .creator = 4, .known = 0x7e};
  auto note = c.note();
  note.id = at(9);
  note.receiver = at(1);
  EXPECT_EQ(note.target(), at(1));
  const auto course = judge(note, c.view());
  EXPECT_EQ(course.targets.at(0).id, at(1)) << "the nearest to itself is the receiver";
  auto view = c.view();
  view.me = at(1);
  EXPECT_TRUE(judge(note, view).ashore);
  EXPECT_TRUE(judge(note, view).targets.empty());
}

TEST(Course, TheNextNearestTakesThePlaceOfTheAbsentAndThatMayBeMe) {
  Case c{.me = 4, .known = 0x7e};
  EXPECT_FALSE(judge(c.note(), c.view()).ashore);
  c.absent = 0b0100;
  EXPECT_TRUE(judge(c.note(), c.view()).ashore);
  EXPECT_EQ(distances(judge(c.note(), c.view()).targets), (std::vector<unsigned>{1, 3}));
  c.absent = 0b1100;
  EXPECT_EQ(distances(judge(c.note(), c.view()).targets), (std::vector<unsigned>{1, 5}));
}

TEST(Course, AfterFiveReplacementsNobodyNewIsNamed) {
  View view{.me = at(20), .known = {}, .absent = {}, .reached = {}};
  for (unsigned i = 1; i < 12; ++i) view.known.push_back(node(i));
  for (unsigned i = 1; i <= most_replacements; ++i) view.absent.push_back(at(i));
  EXPECT_EQ(distances(judge(Case{.creator = 99}.note(), view).targets), (std::vector<unsigned>{6, 7, 8}));
  view.absent.push_back(at(6));
  EXPECT_TRUE(judge(Case{.creator = 99}.note(), view).targets.empty());
}

TEST(Course, WhenTheGasIsSpentItStaysWithTheNineNearestAlone) {
  for (unsigned me = 1; me <= 12; ++me) {
    View view{.me = at(me)};
    for (unsigned i = 1; i <= 12; ++i) view.known.push_back(node(i));
    for (const unsigned gas : {0U, 1U}) {
      const auto course = judge(Case{.creator = 99, .gas = gas}.note(), view);
      EXPECT_EQ(course.ashore, me <= (gas == 0 ? near_nodes : beaches)) << me << ' ' << gas;
    }
  }
}

TEST(Course, ANodeKnownTwiceCountsOnce) {
  auto view = Case{.me = 6, .known = 0b1010}.view();
  view.known.push_back(node(1));
  view.known.push_back(node(6));
  EXPECT_EQ(distances(judge(Case{}.note(), view).nearest), (std::vector<unsigned>{1, 3, 6}));
}

TEST(Nearness, IsByXorAsABigEndianNumber) {
  Id far, near, target;
  far.b[0] = 0x81, near.b[0] = 0x7f, target.b[0] = 0x10;
  EXPECT_TRUE(is_nearer(near, far, target));
  EXPECT_FALSE(is_nearer(far, near, target));
  EXPECT_FALSE(is_nearer(near, near, target));
  target.b[0] = 0x82;
  EXPECT_TRUE(is_nearer(far, near, target));
}

class Legs : public ::testing::Test {
 protected:
  VirtualClock clock;
  VirtualHost host{clock};
  CountingCrypto crypto{host};
  Bottler creator{crypto};
  Note note = creator.note("hello", then_ms);
  Course course{.ashore = false,
                .targets = {},
                .nearest = {{id_of(1), "192.168.0.4", 5}, {id_of(2), "203.0.113.9", 6}, {id_of(3), "127.0.0.1", 7}}};
};

TEST_F(Legs, OfAThrowKeepAllGas) {
  const auto leg = leg_of(crypto, note, course, creator.id(), course.nearest[1]);
  EXPECT_EQ(leg.gas, 5U);
  EXPECT_EQ(leg.gas_token, note.gas_token);
}

TEST_F(Legs, OfADriftLoseOneGasAndStayTrue) {
  for (auto left = note; left.gas > 0;) {
    const auto leg = leg_of(crypto, left, course, id_of(9), course.nearest[1]);
    EXPECT_EQ(leg.gas, left.gas - 1);
    EXPECT_EQ(leg.hops(), left.hops() + 1);
    EXPECT_TRUE(gas_holds(crypto, leg.gas, leg.gas_token, leg.gas_anchor));
    EXPECT_FALSE(gas_holds(crypto, left.gas, leg.gas_token, leg.gas_anchor));
    left = leg;
  }
}

TEST_F(Legs, ChangeNothingThatIsSigned) {
  auto leg = leg_of(crypto, note, course, id_of(9), course.nearest[1]);
  leg.gas = note.gas, leg.gas_token = note.gas_token, leg.nearest = note.nearest;
  EXPECT_EQ(leg, note);
}

TEST_F(Legs, TellNobodyTheInsideOfAnothersNetwork) {
  const auto told = [&](const char* ip) {
    std::vector<std::string> ips;
    for (const auto& entry : leg_of(crypto, note, course, id_of(9), {id_of(8), ip, 1}).nearest) ips.push_back(entry.ip);
    return ips;
  };
  using Ips = std::vector<std::string>;
  EXPECT_EQ(told("203.0.113.1"), (Ips{"", "203.0.113.9", ""}));
  EXPECT_EQ(told("10.1.1.1"), (Ips{"192.168.0.4", "203.0.113.9", ""}));
  EXPECT_EQ(told("127.0.0.3"), (Ips{"", "203.0.113.9", "127.0.0.1"}));
  EXPECT_EQ(told(""), (Ips{"", "203.0.113.9", ""}));
}

}  // namespace
}  // namespace p2pchat::test
