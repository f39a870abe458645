// SPDX-License-Identifier: MIT
#include "mind.hpp"

#include "ear.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::test {
namespace {

using stranger::Deed;
using stranger::Language;
using stranger::Mind;
using stranger::Temper;

constexpr std::uint64_t second = 1'000, hour = 3'600'000;

sdk::Id id(std::uint64_t number) {
  sdk::Id made;
  for (int i = 0; i < 8; ++i) made.b[i] = static_cast<std::uint8_t>(number >> (8 * i));
  return made;
}

/// What happens from `from` to `to`, with when it does.
std::vector<std::pair<std::uint64_t, Deed>> deeds(Mind& mind, std::uint64_t to) {
  std::vector<std::pair<std::uint64_t, Deed>> all;
  for (auto next = mind.next_ms(); next && *next <= to; next = mind.next_ms())
    for (auto& deed : mind.take_due(*next)) all.emplace_back(*next, std::move(deed));
  return all;
}

TEST(Mind, throws_its_first_bottle_soon_and_others_after_minutes) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Mind mind("Mara", seed, Temper::talkative, 0);
    const auto thrown = deeds(mind, hour);
    ASSERT_FALSE(thrown.empty());
    EXPECT_LE(thrown.front().first, 20 * second);
    EXPECT_GE(thrown.size(), 6U);
    EXPECT_LE(thrown.size(), 13U);
    for (const auto& [when, deed] : thrown) EXPECT_EQ(deed.kind, Deed::Kind::cast);
  }
}

TEST(Mind, throws_seldom_when_calm_and_never_when_silent) {
  Mind calm("Mara", 1, Temper::calm, 0), silent("Noor", 1, Temper::silent, 0);
  EXPECT_LE(deeds(calm, hour).size(), 3U);
  EXPECT_TRUE(deeds(silent, 100 * hour).empty());
}

TEST(Mind, speaks_one_mother_tongue_in_its_bottles) {
  std::size_t chinese = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Mind mind("Mara", seed, Temper::talkative, 0);
    const auto thrown = deeds(mind, 5 * hour);
    const auto is_chinese = [](const auto& each) {
      return stranger::language_of(each.second.text) == Language::chinese;
    };
    const auto count = std::ranges::count_if(thrown, is_chinese);
    EXPECT_TRUE(count == 0 || count == std::ssize(thrown));
    chinese += count != 0;
  }
  EXPECT_GT(chinese, 25U);
  EXPECT_LT(chinese, 75U);
}

TEST(Mind, answers_most_bottles_after_a_few_seconds_in_their_language) {
  std::size_t answered = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Mind mind("Mara", seed, Temper::silent, 0);
    mind.found(id(seed), "海的那边是什么？", 5 * second);
    for (const auto& [when, deed] : deeds(mind, hour)) {
      ++answered;
      EXPECT_EQ(deed.kind, Deed::Kind::answer);
      EXPECT_EQ(deed.whom, id(seed));
      EXPECT_EQ(stranger::language_of(deed.text), Language::chinese);
      EXPECT_GE(when, 7 * second);
      EXPECT_LE(when, 15 * second);
    }
  }
  EXPECT_GT(answered, 150U) << "three beaches: nearly every bottle finds an answer";
  EXPECT_LT(answered, 200U) << "but not everybody answers";
}

TEST(Mind, decides_about_a_bottle_once) {
  Mind mind("Mara", 3, Temper::silent, 0);
  for (int i = 0; i < 100; ++i) mind.found(id(1), "hello", 0);
  EXPECT_LE(deeds(mind, hour).size(), 1U);
}

TEST(Mind, accepts_who_asks_and_then_begins_to_talk) {
  Mind mind("Mara", 1, Temper::silent, 0);
  mind.asked(id(1), "hello", 0);
  mind.asked(id(1), "hello", 1);
  const auto done = deeds(mind, hour);
  ASSERT_EQ(done.size(), 2U);
  EXPECT_EQ(done[0].second.kind, Deed::Kind::accept);
  EXPECT_EQ(done[1].second.kind, Deed::Kind::say);
  EXPECT_GT(done[1].first, done[0].first);
  EXPECT_LE(done[1].first, 7 * second);
}

TEST(Mind, says_its_name_when_asked_for_it) {
  Mind mind("Mara", 1, Temper::silent, 0);
  mind.heard(id(1), "Who are you?", 0);
  const auto said = deeds(mind, hour);
  ASSERT_EQ(said.size(), 1U);
  EXPECT_NE(said[0].second.text.find("Mara"), std::string::npos);
  EXPECT_EQ(said[0].second.text.find("{}"), std::string::npos);
  EXPECT_GE(said[0].first, second);
  EXPECT_LE(said[0].first, 4 * second);
}

TEST(Mind, does_not_say_the_same_twice_running) {
  Mind mind("Mara", 1, Temper::silent, 0);
  std::string last;
  for (std::uint64_t i = 0; i < 50; ++i) {
    mind.heard(id(1), "thanks", i * 10 * second);
    const auto said = deeds(mind, i * 10 * second + 5 * second);
    ASSERT_EQ(said.size(), 1U);
    EXPECT_NE(said[0].second.text, last);
    last = said[0].second.text;
  }
}

TEST(Mind, lets_two_of_its_kind_fall_silent) {
  Mind one("Mara", 1, Temper::silent, 0), other("Noor", 2, Temper::silent, 0);
  one.heard(id(2), "hello", 0);
  std::size_t said = 0;
  for (std::uint64_t now = 0; now < hour; now += second / 2) {
    for (const auto& deed : one.take_due(now)) other.heard(id(1), deed.text, now), ++said;
    for (const auto& deed : other.take_due(now)) one.heard(id(2), deed.text, now), ++said;
  }
  EXPECT_LE(said, 121U);
  one.heard(id(2), "hello again", 2 * hour);
  EXPECT_EQ(deeds(one, 3 * hour).size(), 1U) << "an hour later it talks again";
}

TEST(Mind, keeps_a_bounded_number_of_plans) {
  Mind mind("Mara", 1, Temper::silent, 0);
  for (std::uint64_t i = 0; i < 10'000; ++i) mind.found(id(i), "hello", 0), mind.heard(id(i), "hello", 0);
  EXPECT_LE(deeds(mind, hour).size(), 64U);
}

TEST(Mind, is_the_same_for_the_same_seed) {
  const auto life = [](std::uint64_t seed) {
    Mind mind("Mara", seed, Temper::talkative, 0);
    mind.asked(id(1), "你好", 0);
    mind.found(id(2), "hello", 0);
    std::string all;
    for (const auto& [when, deed] : deeds(mind, hour)) all += std::to_string(when) + deed.text + "\n";
    return all;
  };
  EXPECT_EQ(life(5), life(5));
  EXPECT_NE(life(5), life(6));
}

}  // namespace
}  // namespace p2pchat::test
