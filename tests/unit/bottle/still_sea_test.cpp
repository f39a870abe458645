// SPDX-License-Identifier: MIT
#include "bottler.hpp"
#include "judge/course.hpp"
#include "support/sha256.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <set>

namespace p2pchat::test {
namespace {

using namespace bottle;

/// Ids in a sea that stands still: everybody has a full table of k-buckets, legs are function calls, and the judgement
/// alone decides. Tables may name the dead.
class StillSea {
 public:
  StillSea(std::size_t nodes, std::uint32_t seed) : random_(seed) {
    for (std::size_t i = 0; i < nodes; ++i) ids_.push_back(id_of(seed * 100'000ULL + i));
    for (const auto& id : ids_) tables_[id] = table_of(id);
  }

  const std::vector<Id>& ids() const { return ids_; }
  void kill(std::size_t every) {
    for (std::size_t i = 0; i < ids_.size(); i += every) dead_.insert(ids_[i]);
  }
  bool is_dead(const Id& id) const { return dead_.contains(id); }

  /// Where a bottle must end: the three living nodes nearest to it other than its creator.
  std::set<Id> nearest_living(const Note& note) const {
    auto living = ids_;
    std::erase_if(living, [&](const Id& id) { return is_dead(id) || id == note.sender; });
    std::ranges::sort(living, [&](const Id& a, const Id& b) { return is_nearer(a, b, note.target()); });
    return {living.begin(), living.begin() + beaches};
  }

  struct Result {
    std::set<Id> ashore;
    std::uint32_t rounds = 0;  ///< of the last beach
    std::uint32_t legs = 0, seen = 0, failed = 0, asked = 0;
  };

  /// Throws a bottle and lets it drift to its end.
  Result drift(const Note& thrown) {
    Result result;
    handled_.clear();
    std::deque<std::pair<Note, View>> work = {{thrown, view_of(thrown.sender, thrown)}};
    while (!work.empty()) {
      auto [note, view] = std::move(work.front());
      work.pop_front();
      std::set<Id> sure;
      auto course = judge(note, view);
      while (make_sure(course, view, sure, result) || !course.targets.empty()) {
        for (const auto& to : course.targets)
          if (auto there = send(note, course, view, to, result)) work.push_back(std::move(*there));
        course = judge(note, view);
      }
      if (course.ashore) result.ashore.insert(view.me), result.rounds = std::max(result.rounds, note.hops());
    }
    return result;
  }

  Note thrown_by(const Id& creator, std::uint64_t number) const {
    Note note;
    note.sender = creator;
    note.id = sha256({creator.view(), sdk::bytes::of(std::to_string(number))});
    return note;
  }

 private:
  static constexpr std::size_t k = 16;

  static unsigned shared_prefix(const Id& a, const Id& b) {
    unsigned bit = 0;
    while (bit < 256 && !((a.b[bit / 8] ^ b.b[bit / 8]) >> (7 - bit % 8) & 1)) ++bit;
    return bit;
  }

  /// Asks those who have it by the word of the list whether they live; whether anybody does not.
  bool make_sure(const Course& course, View& view, std::set<Id>& sure, Result& result) const {
    bool is_news = false;
    for (const auto& id : course.claimed) {
      if (!sure.insert(id).second) continue;
      ++result.asked;
      if (!is_dead(id)) continue;
      view.absent.push_back(id);
      is_news = true;
    }
    return is_news;
  }

  /// One leg: what somebody has to judge now who lives and never had it.
  std::optional<std::pair<Note, View>> send(const Note& note, const Course& course, View& view, const Neighbour& to,
                                            Result& result) {
    ++result.legs;
    const bool lost = is_dead(to.id), seen = !lost && !handled_.insert(to.id).second;
    (lost ? view.absent : view.reached).push_back(to.id);
    result.failed += lost, result.seen += seen;
    if (lost || seen) return std::nullopt;
    auto there = leg_of(crypto_, note, course, view.me, to);
    auto its_view = view_of(to.id, there);
    its_view.reached = {view.me};
    return std::pair(std::move(there), std::move(its_view));
  }

  std::vector<Id> table_of(const Id& me) {
    auto others = ids_;
    std::ranges::shuffle(others, random_);
    std::map<unsigned, std::vector<Id>> buckets;
    for (const auto& id : others) {
      auto& bucket = buckets[shared_prefix(me, id)];
      if (id != me && bucket.size() < k) bucket.push_back(id);
    }
    std::vector<Id> table;
    for (const auto& [prefix, bucket] : buckets) table.insert(table.end(), bucket.begin(), bucket.end());
    return table;
  }

  /// What `Routing::known` would say.
  View view_of(const Id& me, const Note& note) const {
    auto known = tables_.at(me);
    std::ranges::sort(known, [&](const Id& a, const Id& b) { return is_nearer(a, b, note.target()); });
    known.resize(std::min(known.size(), k));
    View view{.me = me, .known = {}, .absent = {}, .reached = {}};
    for (const auto& id : known) view.known.push_back({.id = id});
    return view;
  }

  std::mt19937 random_;
  std::vector<Id> ids_;
  std::map<Id, std::vector<Id>> tables_;
  std::set<Id> dead_, handled_;
  VirtualClock clock_;
  VirtualHost host_{clock_};
  PlainCrypto crypto_{host_};
};

void print(const char* what, const std::map<std::uint32_t, int>& distribution) {
  std::cout << what << ':';
  for (const auto& [value, count] : distribution) std::cout << "  " << value << ": " << count;
  std::cout << '\n';
}

/// Every living node throws a bottle; how many ended where they must.
int throw_from_all(StillSea& sea, std::uint32_t most_failed) {
  std::map<std::uint32_t, int> rounds, legs, seen, failed, asked, ashore;
  int right = 0;
  for (const auto& creator : sea.ids()) {
    if (sea.is_dead(creator)) continue;
    const auto note = sea.thrown_by(creator, 1);
    const auto result = sea.drift(note);
    ++rounds[result.rounds], ++legs[result.legs], ++seen[result.seen], ++failed[result.failed];
    ++asked[result.asked];
    ++ashore[static_cast<std::uint32_t>(result.ashore.size())];
    right += result.ashore == sea.nearest_living(note);
    EXPECT_LE(result.rounds, most_gas);
    EXPECT_LE(result.failed, most_failed);
  }
  print("rounds", rounds), print("legs", legs), print("seen", seen), print("failed", failed), print("asked", asked);
  print("beaches", ashore);
  return right;
}

TEST(StillSea, EveryBottleEndsOnExactlyTheThreeNodesNearestToIt) {
  for (const std::uint32_t seed : {1U, 2U, 3U}) {
    std::cout << "seed " << seed << '\n';
    StillSea sea(200, seed);
    EXPECT_EQ(throw_from_all(sea, 0), 200);
  }
}

TEST(StillSea, EveryBottleEndsOnTheThreeNearestLivingNodesWhenAFifthIsDeadAndInEveryTable) {
  for (const std::uint32_t seed : {1U, 2U, 3U}) {
    std::cout << "seed " << seed << '\n';
    StillSea sea(200, seed);
    sea.kill(5);
    EXPECT_EQ(throw_from_all(sea, 60), 160);
  }
}

TEST(StillSea, OfTwoOrThreeNodesEverybodyElseKeepsIt) {
  for (const std::size_t nodes : {2U, 3U, 4U}) {
    StillSea sea(nodes, 1);
    const auto result = sea.drift(sea.thrown_by(sea.ids()[0], 1));
    EXPECT_EQ(result.ashore, std::set<Id>(sea.ids().begin() + 1, sea.ids().end()));
  }
}

TEST(StillSea, AnAddressedBottleReachesItsReceiverAndStaysOnlyAmongTheNearest) {
  StillSea sea(200, 4);
  for (std::size_t i = 1; i < 200; ++i) {
    auto note = sea.thrown_by(sea.ids()[0], i);
    note.receiver = sea.ids()[i];
    const auto result = sea.drift(note);
    EXPECT_TRUE(result.ashore.contains(note.receiver));
    // The receiver sends it nowhere, so it may lie on fewer than three.
    EXPECT_TRUE(std::ranges::includes(sea.nearest_living(note), result.ashore));
  }
}

TEST(StillSea, AnAddressedBottleOfAnAbsentReceiverLiesOnTheThreeNearestToIt) {
  StillSea sea(200, 5);
  sea.kill(5);
  for (std::size_t i = 0; i < 200; i += 5) {
    auto note = sea.thrown_by(sea.ids()[1], i);
    note.receiver = sea.ids()[i];
    const auto result = sea.drift(note);
    EXPECT_EQ(result.ashore, sea.nearest_living(note));
  }
}

}  // namespace
}  // namespace p2pchat::test
