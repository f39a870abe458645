// SPDX-License-Identifier: MIT
#include "routing_contract.hpp"

#include <algorithm>
#include <random>
#include <set>

namespace p2pchat::test {
namespace {

using sdk::Errc;
using sdk::Id;

Id distance(const Id& a, const Id& b) {
  Id result;
  for (std::size_t i = 0; i < sizeof result.b; ++i) result.b[i] = static_cast<std::uint8_t>(a.b[i] ^ b.b[i]);
  return result;
}

std::vector<Id> ids_of(const std::vector<sdk::NodeEntry>& nodes) {
  std::vector<Id> ids;
  for (const auto& node : nodes) ids.push_back(node.id);
  return ids;
}

}  // namespace

Id key_of(std::uint64_t number) {
  std::mt19937_64 random(number);
  Id id;
  for (auto& octet : id.b) octet = static_cast<std::uint8_t>(random());
  return id;
}

RoutingContract::Answer RoutingContract::closest(std::size_t from, const Id& key, std::uint32_t n) {
  auto answer = std::make_shared<Answer>();
  network->routing(from).closest(key, n,
                                 [answer](const sdk::Status& status, const sdk::NodeEntry* nodes, std::uint32_t found) {
                                   ++answer->calls;
                                   answer->status = status;
                                   answer->nodes.assign(nodes, nodes + found);
                                 });
  EXPECT_EQ(answer->calls, 0) << "done came from inside the call";
  EXPECT_TRUE(network->clock().run_until([&] { return answer->calls > 0; }, 10'000)) << "no answer within ten seconds";
  return *answer;
}

RoutingContract::Answer RoutingContract::locate(std::size_t from, const Id& node) {
  auto answer = std::make_shared<Answer>();
  network->routing(from).locate(node, [answer](const sdk::Status& status, const sdk::NodeEntry& entry) {
    ++answer->calls;
    answer->status = status;
    answer->nodes = {entry};
  });
  EXPECT_EQ(answer->calls, 0) << "done came from inside the call";
  EXPECT_TRUE(network->clock().run_until([&] { return answer->calls > 0; }, 10'000)) << "no answer within ten seconds";
  return *answer;
}

std::vector<Id> RoutingContract::nearest(std::size_t from, const Id& key, std::size_t n) const {
  std::vector<Id> ids;
  for (std::size_t i = 0; i < count; ++i)
    if (i != from) ids.push_back(network->id(i));
  std::ranges::sort(ids, {}, [&](const Id& id) { return distance(id, key); });
  ids.resize(std::min(n, ids.size()));
  return ids;
}

TEST_P(RoutingContract, ClosestFindsTheNearestInOrderAndNeverMe) {
  for (std::uint64_t i = 0; i < 30; ++i) {
    const auto from = i % count, n = 1 + i % 8;
    const auto answer = closest(from, key_of(i), static_cast<std::uint32_t>(n));
    ASSERT_TRUE(answer.status.ok()) << answer.status.text;
    EXPECT_EQ(ids_of(answer.nodes), nearest(from, key_of(i), n));
  }
}

TEST_P(RoutingContract, ClosestGivesFewerWhenThereAreFewer) {
  const auto answer = closest(3, key_of(1), 16);
  ASSERT_TRUE(answer.status.ok());
  EXPECT_EQ(answer.nodes.size(), count - 1);
}

TEST_P(RoutingContract, ClosestRefusesNumbersOutsideItsLimit) {
  for (const std::uint32_t n : {0U, 17U, UINT32_MAX}) {
    const auto answer = closest(0, key_of(1), n);
    EXPECT_EQ(answer.status.code, Errc::invalid) << n;
    EXPECT_TRUE(answer.nodes.empty());
  }
}

TEST_P(RoutingContract, LocateFindsEveryNodeWhereItIs) {
  for (std::size_t i = 0; i < count; ++i)
    for (const auto from : {(i + 1) % count, (i + 5) % count}) {
      const auto answer = locate(from, network->id(i));
      ASSERT_TRUE(answer.status.ok()) << answer.status.text;
      EXPECT_EQ(answer.nodes.front().id, network->id(i));
      EXPECT_EQ(answer.nodes.front().endpoint, network->endpoint(i));
    }
}

TEST_P(RoutingContract, LocateSaysWhenThereIsNoSuchNode) {
  EXPECT_EQ(locate(0, key_of(99)).status.code, Errc::not_found);
  EXPECT_EQ(locate(0, network->id(0)).status.code, Errc::not_found) << "I am not somewhere else";
}

TEST_P(RoutingContract, WhoVanishedIsNotFound) {
  const auto gone = network->id(5);
  network->vanish(5);
  network->clock().run_for(120'000);
  EXPECT_FALSE(locate(1, gone).status.ok());
  const auto answer = closest(1, gone, 3);
  ASSERT_TRUE(answer.status.ok());
  ASSERT_EQ(answer.nodes.size(), 3U);
  for (const auto& id : ids_of(answer.nodes)) EXPECT_NE(id, gone);
}

TEST_P(RoutingContract, CallsEndAlsoWhenEverybodyVanished) {
  for (std::size_t i = 1; i < count; ++i) network->vanish(i);
  closest(0, key_of(1), 3);
  locate(0, network->id(7));
}

TEST_P(RoutingContract, EachOfManyCallsAtOnceIsAnsweredOnce) {
  std::vector<int> calls(300);
  for (std::size_t i = 0; i < calls.size(); ++i)
    network->routing(0).closest(key_of(i), 3,
                                [&calls, i](const sdk::Status& status, const sdk::NodeEntry*, std::uint32_t n) {
                                  ++calls[i];
                                  EXPECT_TRUE(status.ok() ? n == 3 : n == 0) << status.text;
                                });
  network->clock().run_for(20'000);
  EXPECT_EQ(std::ranges::count(calls, 1), std::ptrdiff_t(calls.size()));
}

TEST_P(RoutingContract, CallbacksMayBeEmpty) {
  auto& routing = network->routing(0);
  routing.join("", {});
  routing.closest(key_of(1), 3, {});
  routing.closest(key_of(1), 0, {});
  routing.locate(network->id(1), {});
  routing.locate(network->id(0), {});
  routing.put(key_of(1), {}, 60, {});
  routing.get(key_of(1), {});
  network->clock().run_for(20'000);
}

TEST_P(RoutingContract, ACallbackMayCallAgain) {
  int depth = 0;
  std::function<void()> again = [&] {
    network->routing(0).locate(network->id(1), [&](const sdk::Status&, const sdk::NodeEntry&) {
      if (++depth < 20) again();
    });
  };
  again();
  network->clock().run_for(20'000);
  EXPECT_EQ(depth, 20);
}

TEST_P(RoutingContract, JoiningAgainSucceeds) {
  std::optional<sdk::Status> joined;
  network->routing(3).join(network->endpoint(0), [&](const sdk::Status& status) { joined = status; });
  EXPECT_FALSE(joined) << "done came from inside the call";
  network->clock().run_until([&] { return joined.has_value(); }, 10'000);
  ASSERT_TRUE(joined);
  EXPECT_TRUE(joined->ok()) << joined->text;
}

TEST_P(RoutingContract, KnownGivesTheNearestOfTheTableAtOnce) {
  std::vector<Id> known, whole;
  network->routing(2).known(key_of(4), 5, [&](const sdk::NodeEntry& node) { known.push_back(node.id); });
  network->routing(2).table(
      [&](const sdk::NodeEntry& node, std::uint32_t, std::uint32_t) { whole.push_back(node.id); });
  std::ranges::sort(whole, {}, [](const Id& id) { return distance(id, key_of(4)); });
  whole.resize(5);
  EXPECT_EQ(known, whole);
}

TEST_P(RoutingContract, TheTableSaysHowMuchPrefixEachSharesWithMe) {
  std::set<Id> seen;
  network->routing(2).table([&](const sdk::NodeEntry& node, std::uint32_t bucket, std::uint32_t age_s) {
    const auto difference = distance(node.id, network->id(2));
    for (std::uint32_t bit = 0; bit <= bucket; ++bit)
      EXPECT_EQ(difference.b[bit / 8] >> (7 - bit % 8) & 1, bit == bucket) << bit;
    EXPECT_LT(age_s, 3600U);
    EXPECT_TRUE(seen.insert(node.id).second);
  });
  EXPECT_EQ(seen.size(), count - 1) << "so few nodes know each other";
}

TEST_P(RoutingContract, RecordsAreKeptOrHonestlyUnsupported) {
  const auto key = key_of(1);
  std::optional<sdk::Status> put, got;
  network->routing(1).put(key, sdk::bytes::of("a record"), 60, [&](const sdk::Status& status) { put = status; });
  network->routing(2).get(key, [&](const sdk::Status& status, sdk::bytes) { got = status; });
  EXPECT_FALSE(put || got) << "done came from inside the call";
  network->clock().run_for(10'000);
  ASSERT_TRUE(put && got);
  EXPECT_EQ(put->code == Errc::unsupported, got->code == Errc::unsupported);
}

TEST_P(RoutingContract, ARecordUnderMyOwnIdIsFoundByOthers) {
  std::optional<sdk::Status> put;
  network->routing(1).put(network->id(1), sdk::bytes::of("a record"), 60,
                          [&](const sdk::Status& status) { put = status; });
  network->clock().run_until([&] { return put.has_value(); }, 10'000);
  ASSERT_TRUE(put) << "no answer within ten seconds";
  if (put->code == Errc::unsupported) GTEST_SKIP() << "it keeps no records";
  ASSERT_TRUE(put->ok()) << put->text;
  for (const std::size_t reader : {0U, 2U, 11U}) {
    std::optional<sdk::Status> got;
    std::string value;
    network->routing(reader).get(network->id(1), [&](const sdk::Status& status, sdk::bytes record) {
      got = status;
      value = record.text();
    });
    network->clock().run_until([&] { return got.has_value(); }, 10'000);
    ASSERT_TRUE(got && got->ok()) << (got ? got->text : "no answer within ten seconds");
    EXPECT_EQ(value, "a record");
  }
}

TEST_P(RoutingContract, NobodyPutsARecordUnderTheIdOfAnother) {
  std::optional<sdk::Status> put;
  network->routing(1).put(network->id(2), sdk::bytes::of("a record"), 60,
                          [&](const sdk::Status& status) { put = status; });
  network->clock().run_until([&] { return put.has_value(); }, 10'000);
  ASSERT_TRUE(put) << "no answer within ten seconds";
  EXPECT_FALSE(put->ok());
}

}  // namespace p2pchat::test
