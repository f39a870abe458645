// SPDX-License-Identifier: MIT
#include "lookup.hpp"

#include "routing/distance.hpp"
#include "wariness.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace kademlia;

Contact contact(std::uint64_t number) {
  return {id_of(number),
          *parse_address("5." + std::to_string(number / 250 % 250) + '.' + std::to_string(number % 250) + ".1:9")};
}

std::vector<Contact> contacts(std::uint64_t first, std::uint64_t count) {
  std::vector<Contact> made;
  for (std::uint64_t i = 0; i < count; ++i) made.push_back(contact(first + i));
  return made;
}

std::vector<Contact> ask_all(Lookup& lookup) {
  std::vector<Contact> asked;
  while (const auto next = lookup.next()) asked.push_back(*next);
  return asked;
}

const Id me = id_of(1'000'000);

TEST(Lookup, WithoutAnybodyToAskIsFinished) {
  Lookup lookup({.target = id_of(5)}, me);
  EXPECT_TRUE(lookup.is_finished());
  EXPECT_FALSE(lookup.next());
}

TEST(Lookup, AsksTheNearestThreeOnEachOfTwoPaths) {
  Lookup lookup({.target = id_of(5)}, me);
  auto seeds = contacts(10, 20);
  lookup.begin_at(seeds);
  const auto asked = ask_all(lookup);
  std::ranges::sort(seeds, {}, [](const Contact& seed) { return distance(seed.id, id_of(5)); });
  EXPECT_EQ(asked, std::vector<Contact>(seeds.begin(), seeds.begin() + 6));
  EXPECT_FALSE(lookup.is_finished());
}

TEST(Lookup, NeverAsksMeNorAnybodyTwice) {
  Lookup lookup({.target = me, .width = 16}, me);
  lookup.begin_at({{me, contact(1).address}, contact(2)});
  std::vector<Contact> asked;
  for (int round = 0; round < 10; ++round)
    for (const auto& each : ask_all(lookup)) {
      asked.push_back(each);
      lookup.answered(each, {contact(2), contact(3), {me, contact(1).address}});
    }
  EXPECT_EQ(asked, (std::vector<Contact>{contact(2), contact(3)}));
  EXPECT_TRUE(lookup.is_finished());
}

TEST(Lookup, ASlowNodeOpensASlotForAnother) {
  Lookup lookup({.target = id_of(5)}, me);
  lookup.begin_at(contacts(10, 20));
  const auto first = ask_all(lookup);
  EXPECT_FALSE(lookup.next());
  lookup.slow(first[0]);
  EXPECT_EQ(ask_all(lookup).size(), 3U) << "four at once on each path, the slow one not counted";
  lookup.answered(first[0], {});
  EXPECT_EQ(lookup.found().size(), 1U) << "late is not lost";
}

TEST(Lookup, EndsWhenTheNearestHaveAnsweredAndWaitsForEachOfThem) {
  Lookup lookup({.target = id_of(5), .width = 4}, me);
  lookup.begin_at(contacts(10, 20));
  std::vector<Contact> asked;
  while (asked.size() < 4)
    for (const auto& each : ask_all(lookup)) {
      asked.push_back(each);
      if (asked.size() != 2) lookup.answered(each, {});
    }
  EXPECT_FALSE(lookup.is_finished()) << "the second nearest may still answer";
  lookup.answered(asked[1], {});
  EXPECT_TRUE(lookup.is_finished());
  EXPECT_EQ(lookup.found().size(), asked.size());
}

TEST(Lookup, EachPathGoesOnByTheAnswersToItsOwnQuestions) {
  Lookup lookup({.target = id_of(5), .width = 3}, me);
  lookup.begin_at(contacts(10, 2));
  const auto first = lookup.next(), second = lookup.next();
  ASSERT_TRUE(first && second);
  lookup.answered(*first, contacts(100, 12));
  const auto by_first = ask_all(lookup);
  EXPECT_EQ(by_first.size(), 2U)
      << "of an unproven referrer two are asked at a time, and the other path has heard of none";
  lookup.answered(*second, {});
  EXPECT_TRUE(ask_all(lookup).empty());
}

TEST(Lookup, WhoNamesManyThatDoNotAnswerIsAskedForNoMoreOfThem) {
  Lookup lookup({.target = id_of(5)}, me);
  lookup.begin_at(contacts(10, 20));
  const auto first = *lookup.next();
  std::vector<Contact> dead;
  for (std::uint8_t i = 0; i < 12; ++i) {
    auto id = id_of(5);
    id.b[20] = static_cast<std::uint8_t>(id.b[20] ^ (i + 1));
    dead.push_back({id, contact(200 + i).address});
  }
  lookup.answered(first, dead);
  std::size_t tried = 0;
  while (const auto next = lookup.next()) {
    const bool is_dead = std::ranges::find(dead, *next) != dead.end();
    tried += is_dead;
    is_dead ? lookup.failed(*next) : lookup.answered(*next, {});
  }
  EXPECT_EQ(tried, 2U);
  EXPECT_TRUE(lookup.is_finished());
  EXPECT_GE(lookup.found().size(), 8U);
}

TEST(Lookup, OneFalseReferralPutsItsReferrerInDoubtButNotWhatOthersNameToo) {
  Lookup lookup({.target = id_of(5), .width = 3}, me);
  lookup.begin_at(contacts(10, 2));
  const auto liar = *lookup.next(), honest = *lookup.next();
  auto named = contacts(100, 3);
  std::ranges::sort(named, {}, [](const Contact& each) { return distance(each.id, id_of(5)); });
  lookup.answered(liar, named);
  lookup.answered(honest, {named[2]});
  EXPECT_EQ(*lookup.next(), named[0]);
  lookup.disproved(named[0], contact(300));
  EXPECT_EQ(*lookup.next(), named[2]) << "the honest one named it too";
}

TEST(Lookup, OfThreeInOneNetworkTheThirdIsAskedLast) {
  Lookup lookup({.target = id_of(5), .width = 3}, me);
  auto seeds = contacts(10, 6);
  std::ranges::sort(seeds, {}, [](const Contact& each) { return distance(each.id, id_of(5)); });
  for (std::size_t i = 0; i < 3; ++i) seeds[i].address = *parse_address("6.6.6." + std::to_string(i + 1) + ":9");
  lookup.begin_at(seeds);
  std::vector<Contact> asked;
  while (const auto next = lookup.next()) asked.push_back(*next), lookup.answered(*next, {});
  EXPECT_TRUE(lookup.is_finished());
  EXPECT_EQ(std::ranges::count(asked, seeds[2]), 0);
  EXPECT_EQ(std::ranges::count(asked, seeds[3]), 1);
}

/// Answers every question with nobody; how many were asked.
std::size_t run_dry(Lookup& lookup) {
  std::size_t asked = 0;
  while (const auto next = lookup.next()) ++asked, lookup.answered(*next, {});
  return asked;
}

TEST(Lookup, GoesOnWithFourPathsWhenThoseNearestAreFarFewerThanThereShouldBe) {
  for (const double size : {0.0, 40.0, 100'000.0}) {
    Lookup lookup({.target = id_of(5), .network_size = size}, me);
    lookup.begin_at(contacts(10, 40));
    const auto asked = run_dry(lookup);
    EXPECT_EQ(lookup.is_alarmed(), size == 100'000.0) << size;
    if (lookup.is_alarmed())
      EXPECT_GE(asked, 16U) << "twice as many have to answer";
    else
      EXPECT_EQ(asked, 8U);
  }
}

TEST(Lookup, GoesOnWithFourPathsWhenThoseNearestAreFarMoreThanThereShouldBe) {
  std::vector<Contact> sybils;
  for (std::uint64_t i = 0; i < 8; ++i) {
    sybils.push_back(contact(10 + i));
    std::copy_n(id_of(5).b, 4, sybils.back().id.b);
  }
  auto seeds = contacts(50, 40);
  seeds.insert(seeds.end(), sybils.begin(), sybils.end());
  Lookup lookup({.target = id_of(5), .network_size = 100}, me);
  lookup.begin_at(seeds);
  EXPECT_GE(run_dry(lookup), 16U) << "eight more than those who crowd around the target";
  EXPECT_TRUE(lookup.is_alarmed());
}

/// Nodes beside a key: they share their first two octets with it, and less the greater the number.
std::vector<Contact> beside(const Id& key, std::uint64_t first, std::uint64_t count) {
  auto near = contacts(first, count);
  for (auto& each : near) {
    each.id = key;
    each.id.b[2] ^= static_cast<std::uint8_t>(each.address.ip[14]);
    each.id.b[3] ^= 1;
  }
  return near;
}

TEST(Lookup, WhomTheNearestLeaveOutIsAskedBeforeItEnds) {
  const auto key = id_of(5);
  const auto clique = beside(key, 101, 12), hidden = beside(key, 113, 1);
  auto all = clique;
  all.insert(all.end(), hidden.begin(), hidden.end());
  auto farther = clique;
  farther.back() = beside(key, 120, 1).front();
  for (const bool is_named : {true, false}) {
    Lookup lookup({.target = key}, me);
    auto seeds = clique;
    seeds.push_back(hidden.front());
    lookup.begin_at(seeds);
    bool is_asked = false;
    while (const auto next = lookup.next()) {
      is_asked |= *next == hidden.front();
      lookup.answered(*next, is_named ? all : farther);
    }
    EXPECT_EQ(is_asked, !is_named);
    EXPECT_TRUE(lookup.is_finished());
  }
}

TEST(Lookup, WhoNamesWhomHeCannotKnowIsInDoubtAndAlarms) {
  const auto key = id_of(5);
  const auto crowd = beside(key, 101, 12);
  Lookup lookup({.target = key, .width = 4}, me);
  const auto seeds = contacts(10, 20);
  lookup.begin_at(seeds);
  std::size_t of_the_crowd = 0;
  while (const auto next = lookup.next()) {
    of_the_crowd += std::ranges::find(crowd, *next) != crowd.end();
    lookup.answered(*next, crowd);
  }
  EXPECT_EQ(of_the_crowd, 0U) << "there are others to ask";
  EXPECT_TRUE(lookup.is_alarmed());
}

TEST(Lookup, WhoLooksAroundHimselfWithoutKnowingTheNetworkTakesFourPaths) {
  EXPECT_TRUE(Lookup({.target = me, .announce = true}, me).is_alarmed());
  EXPECT_FALSE(Lookup({.target = me, .announce = true, .network_size = 1000}, me).is_alarmed());
  EXPECT_FALSE(Lookup({.target = id_of(5)}, me).is_alarmed());
}

TEST(Lookup, WhoIsWaryBeginsAtTheNearestAndElsewhereAtOnce) {
  const auto nearest = contacts(10, 20), others = contacts(100, 16);
  for (const bool is_wary : {false, true}) {
    Lookup lookup({.target = id_of(5), .is_wary = is_wary}, me);
    lookup.keep_for_suspicion(others);
    lookup.begin_at(nearest);
    const auto asked = ask_all(lookup);
    const auto elsewhere =
        std::ranges::count_if(asked, [&](const Contact& each) { return std::ranges::count(others, each) > 0; });
    EXPECT_EQ(asked.size(), is_wary ? 12U : 6U);
    EXPECT_EQ(elsewhere, is_wary ? 6 : 0);
  }
}

TEST(Wariness, ComesWithAFewLookupsThatLookedSuspiciousAndGoesWithAsManyThatDidNot) {
  Wariness wariness;
  wariness.learn(true);
  EXPECT_FALSE(wariness.is_wary()) << "one in ten looks so where nobody lies";
  for (int i = 0; i < 3; ++i) wariness.learn(true);
  EXPECT_TRUE(wariness.is_wary());
  for (int i = 0; i < 4; ++i) wariness.learn(false);
  EXPECT_FALSE(wariness.is_wary());
}

TEST(Lookup, AFailedNodeIsReplacedByTheNext) {
  Lookup lookup({.target = id_of(5), .width = 2}, me);
  lookup.begin_at(contacts(10, 4));
  std::size_t failed = 0;
  while (const auto next = lookup.next()) {
    if (failed++ < 2)
      lookup.failed(*next);
    else
      lookup.answered(*next, {});
  }
  EXPECT_TRUE(lookup.is_finished());
  EXPECT_EQ(lookup.found().size(), 2U);
}

TEST(Lookup, EndsWithTheNodeThatIsSought) {
  Lookup lookup({.target = contact(12).id, .sought = contact(12).id}, me);
  lookup.begin_at(contacts(10, 20));
  const auto first = lookup.next();
  EXPECT_EQ(first, contact(12)) << "nobody is nearer to it than itself";
  lookup.answered(*first, {});
  EXPECT_TRUE(lookup.is_finished());
  EXPECT_FALSE(lookup.next());
}

TEST(Lookup, TriesAnotherAddressOfANodeThatDidNotAnswer) {
  Lookup lookup({.target = id_of(5)}, me);
  const Contact wrong{contact(10).id, contact(99).address};
  lookup.begin_at({wrong, contact(11)});
  EXPECT_EQ(ask_all(lookup).size(), 2U);
  lookup.failed(wrong);
  lookup.answered(contact(11), {wrong, contact(10)});
  EXPECT_EQ(lookup.next(), contact(10));
}

TEST(Lookup, EndsAfterFortyEightRequestsWhateverOthersSay) {
  Lookup lookup({.target = id_of(5), .width = 16}, me);
  lookup.begin_at(contacts(10, 3));
  std::uint64_t fresh = 1000;
  std::size_t asked = 0;
  auto nearer = id_of(5);
  while (const auto next = lookup.next()) {
    ASSERT_LE(++asked, Lookup::most_requests);
    // Each names somebody nearer than all before.
    nearer = id_of(5);
    nearer.b[asked / 8 + 10] ^= static_cast<std::uint8_t>(0x80 >> asked % 8);
    lookup.answered(*next, {{nearer, contact(fresh++).address}});
  }
  EXPECT_EQ(asked, Lookup::most_requests);
  EXPECT_TRUE(lookup.is_finished());
}

TEST(Lookup, KeepsTheNearestOfManyCandidates) {
  Lookup lookup({.target = id_of(5), .width = 16}, me);
  auto all = contacts(10, 900);
  for (std::size_t i = 0; i < all.size(); i += 12)
    lookup.begin_at({all.begin() + static_cast<std::ptrdiff_t>(i),
                     all.begin() + static_cast<std::ptrdiff_t>(std::min(i + 12, all.size()))});
  std::ranges::sort(all, {}, [](const Contact& each) { return distance(each.id, id_of(5)); });
  for (std::size_t i = 0; i < 16; ++i) {
    const auto next = lookup.next();
    EXPECT_EQ(next, all[i]);
    lookup.answered(*next, {});
  }
}

}  // namespace
}  // namespace p2pchat::test
