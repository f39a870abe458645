// SPDX-License-Identifier: MIT
#include "lookup.hpp"

#include "routing/distance.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace kademlia;

Contact contact(std::uint64_t number) {
  return {id_of(number),
          *parse_address("5.0." + std::to_string(number / 250) + '.' + std::to_string(number % 250 + 1) + ":9")};
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

TEST(Lookup, AsksTheNearestThreeFirst) {
  Lookup lookup({.target = id_of(5)}, me);
  auto seeds = contacts(10, 20);
  lookup.refer(seeds, me);
  const auto asked = ask_all(lookup);
  std::ranges::sort(seeds, {}, [](const Contact& seed) { return distance(seed.id, id_of(5)); });
  EXPECT_EQ(asked, std::vector<Contact>(seeds.begin(), seeds.begin() + 3));
  EXPECT_FALSE(lookup.is_finished());
}

TEST(Lookup, NeverAsksMeNorAnybodyTwice) {
  Lookup lookup({.target = me, .width = 16}, me);
  lookup.refer({{me, contact(1).address}, contact(2)}, me);
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
  lookup.refer(contacts(10, 20), me);
  const auto first = ask_all(lookup);
  EXPECT_FALSE(lookup.next());
  lookup.slow(first[0]);
  EXPECT_EQ(ask_all(lookup).size(), 3U) << "five at once when timeouts are seen, the slow one not counted";
  lookup.answered(first[0], {});
  EXPECT_EQ(lookup.found().size(), 1U) << "late is not lost";
}

TEST(Lookup, EndsWhenTheNearestHaveAnsweredAndWaitsForEachOfThem) {
  Lookup lookup({.target = id_of(5), .width = 4}, me);
  lookup.refer(contacts(10, 20), me);
  std::vector<Contact> asked;
  while (asked.size() < 4)
    for (const auto& each : ask_all(lookup)) {
      asked.push_back(each);
      if (asked.size() != 2) lookup.answered(each, {});
    }
  EXPECT_FALSE(lookup.is_finished()) << "the second nearest may still answer";
  lookup.answered(asked[1], {});
  EXPECT_TRUE(lookup.is_finished());
  EXPECT_EQ(lookup.found().size(), 4U);
}

TEST(Lookup, AFailedNodeIsReplacedByTheNext) {
  Lookup lookup({.target = id_of(5), .width = 2}, me);
  lookup.refer(contacts(10, 4), me);
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
  lookup.refer(contacts(10, 20), me);
  const auto first = lookup.next();
  EXPECT_EQ(first, contact(12)) << "nobody is nearer to it than itself";
  lookup.answered(*first, {});
  EXPECT_TRUE(lookup.is_finished());
  EXPECT_FALSE(lookup.next());
}

TEST(Lookup, TriesAnotherAddressOfANodeThatDidNotAnswer) {
  Lookup lookup({.target = id_of(5)}, me);
  const Contact wrong{contact(10).id, contact(99).address};
  lookup.refer({wrong, contact(11)}, me);
  EXPECT_EQ(ask_all(lookup).size(), 2U);
  lookup.failed(wrong);
  lookup.answered(contact(11), {wrong, contact(10)});
  EXPECT_EQ(lookup.next(), contact(10));
}

TEST(Lookup, EndsAfterFortyEightRequestsWhateverOthersSay) {
  Lookup lookup({.target = id_of(5), .width = 16}, me);
  lookup.refer(contacts(10, 3), me);
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
    lookup.refer({all.begin() + static_cast<std::ptrdiff_t>(i),
                  all.begin() + static_cast<std::ptrdiff_t>(std::min(i + 12, all.size()))},
                 me);
  std::ranges::sort(all, {}, [](const Contact& each) { return distance(each.id, id_of(5)); });
  for (std::size_t i = 0; i < 16; ++i) {
    const auto next = lookup.next();
    EXPECT_EQ(next, all[i]);
    lookup.answered(*next, {});
  }
}

}  // namespace
}  // namespace p2pchat::test
