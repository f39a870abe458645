// SPDX-License-Identifier: MIT
#include "routing_table.hpp"

#include "periods.hpp"
#include "routing/distance.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

#include <set>

namespace p2pchat::test {
namespace {

using namespace kademlia;

/// A contact of bucket 0 of the zero id, in a network of its own; of eight in a row one lies in each eighth of its
/// range.
Contact far(std::uint32_t number) {
  auto id = id_of(number);
  id.b[0] = static_cast<std::uint8_t>(0x80 | number % 8 << 4 | (id.b[0] & 15));
  return {id, *parse_address("5." + std::to_string(number / 256) + '.' + std::to_string(number % 256) + ".1:9")};
}

struct FullBucket : testing::Test {
  RoutingTable table{Id{}};
  FullBucket() {
    for (std::uint32_t i = 0; i < bucket_size; ++i) EXPECT_FALSE(table.verified(far(i), 0, i));
  }
};

TEST(RoutingTable, NeverHoldsMyself) {
  RoutingTable table(id_of(1));
  table.verified({id_of(1), *parse_address("5.5.5.5:5")}, 0, 1);
  EXPECT_EQ(table.size(), 0U);
  EXPECT_FALSE(table.wants({id_of(1), *parse_address("5.5.5.5:5")}));
}

TEST(RoutingTable, GivesTheNearestInOrder) {
  RoutingTable table(id_of(1));
  std::vector<Id> ids;
  for (std::uint32_t i = 0; i < 12; ++i) table.verified(far(i), 0, 1), ids.push_back(far(i).id);
  const auto key = id_of(77);
  std::ranges::sort(ids, {}, [&](const Id& id) { return distance(id, key); });
  const auto nearest = table.nearest(key, 5);
  ASSERT_EQ(nearest.size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(nearest[i].contact.id, ids[i]);
  EXPECT_EQ(table.nearest(key, 100).size(), 12U);
}

TEST(RoutingTable, FindsAmongBucketsOfAnyDepthWhatSortingTheWholeTableFinds) {
  const auto me = id_of(1);
  RoutingTable table(me);
  std::vector<Id> all;
  for (std::uint32_t i = 0; i < 200; ++i) {
    const auto id = id_in_bucket(me, i % 23, id_of(1000 + i));
    const Contact contact{id, *parse_address("5." + std::to_string(i) + ".1.1:9")};
    table.verified(contact, 0, 1);
    if (i % 7 == 0) table.failed(contact, 2), table.failed(contact, 3);
    if (table.find(id) && table.find(id)->is_good()) all.push_back(id);
  }
  ASSERT_GT(all.size(), 150U);
  std::vector<Id> keys{me};
  for (std::uint32_t i = 0; i < 200; ++i) keys.push_back(i % 2 ? id_of(5000 + i) : id_in_bucket(me, i % 29, id_of(i)));
  for (const auto& key : keys) {
    std::ranges::sort(all, {}, [&](const Id& id) { return distance(id, key); });
    for (const std::size_t count : {std::size_t{1}, std::size_t{20}, all.size() + 1}) {
      const auto nearest = table.nearest(key, count);
      ASSERT_EQ(nearest.size(), std::min(count, all.size()));
      for (std::size_t i = 0; i < nearest.size(); ++i) ASSERT_EQ(nearest[i].contact.id, all[i]);
    }
  }
}

TEST_F(FullBucket, TestsTheOldestBeforeANewcomerTakesItsPlace) {
  const auto tested = table.verified(far(100), 0, 20 * minute_us);
  EXPECT_EQ(tested, far(0));
  EXPECT_FALSE(table.find(far(100).id));
  table.verified(far(0), 0, 20 * minute_us);  // it answered
  EXPECT_TRUE(table.find(far(0).id));
  EXPECT_EQ(table.verified(far(101), 0, 21 * minute_us), far(1)) << "the next oldest is tested next";
}

TEST(RoutingTable, WhoFillsABucketFromOnePartOfItsRangeMakesRoomForOthers) {
  RoutingTable table{Id{}};
  for (std::uint32_t i = 0; i < 20; ++i) table.verified(far(8 * i), 0, i);
  EXPECT_EQ(table.size(), bucket_size);
  for (std::uint32_t i = 0; i < 32; ++i) {
    EXPECT_EQ(table.wants(far(100 + i)), table.size_beside(far(100 + i).id) < 2) << i;
    table.verified(far(100 + i), 0, 100 + i);
  }
  EXPECT_EQ(table.size(), bucket_size);
  for (std::uint32_t part = 0; part < 8; ++part) EXPECT_EQ(table.size_beside(far(part).id), 2U) << part;
  EXPECT_TRUE(table.find(far(0).id) && table.find(far(8).id)) << "those who were there first stay";
}

TEST_F(FullBucket, ReplacesTheOldestWhenItDoesNotAnswer) {
  table.verified(far(100), 0, 20 * minute_us);
  table.failed(far(0), 20 * minute_us);
  EXPECT_FALSE(table.find(far(0).id));
  EXPECT_TRUE(table.find(far(100).id));
  EXPECT_EQ(table.size(), bucket_size);
}

TEST_F(FullBucket, DoesNotTestWhoAnsweredJustNow) {
  EXPECT_FALSE(table.verified(far(100), 0, 100));
  EXPECT_EQ(table.size(), bucket_size);
}

TEST_F(FullBucket, GivesThePlaceOfALostEntryToTheFirstNewcomer) {
  table.failed(far(7), 1), table.failed(far(7), 2);
  table.verified(far(100), 0, 3);
  EXPECT_TRUE(table.find(far(100).id));
  EXPECT_FALSE(table.find(far(7).id));
}

TEST_F(FullBucket, WantsSixteenReplacementsAndNoneOfThemTwice) {
  EXPECT_TRUE(table.wants(far(100)));
  table.verified(far(100), 0, 100);
  EXPECT_FALSE(table.wants(far(100))) << "it waits already";
  for (std::uint32_t i = 101; i < 116; ++i) table.verified(far(i), 0, 100);
  EXPECT_FALSE(table.wants(far(200)));
  table.failed(far(7), 101), table.failed(far(8), 101);
  EXPECT_TRUE(table.wants(far(200)));
}

TEST_F(FullBucket, GivesOneNetworkNoMoreThanTwoPlacesAlsoToThoseWhoWaited) {
  const auto crowd = network_of(*parse_address("9.9.9.1:9"));
  for (std::uint32_t i = 100; i < 106; ++i)
    table.verified({far(i).id, *parse_address("9.9.9." + std::to_string(i) + ":9")}, 0, 100);
  for (std::uint32_t i = 0; i < 8; ++i) table.failed(far(i), 200), table.failed(far(i), 201);
  std::size_t places = 0;
  table.each([&](const Entry& entry, std::uint32_t) { places += network_of(entry.contact.address) == crowd; });
  EXPECT_EQ(places, 2U);
}

TEST_F(FullBucket, GivesAPlaceThatIsFreedToNobodyWhoHasOne) {
  const Contact elsewhere{far(3).id, far(300).address};
  EXPECT_EQ(table.verified(elsewhere, 0, 100), far(3)) << "it waits while its old place is tested";
  table.failed(far(5), 101);
  std::set<Id> ids;
  table.each([&](const Entry& entry, std::uint32_t) { EXPECT_TRUE(ids.insert(entry.contact.id).second); });
  EXPECT_EQ(table.find(far(3).id)->contact, far(3));
}

TEST(RoutingTable, NobodyMovesIntoACrowdedNetwork) {
  RoutingTable table(Id{});
  for (std::uint32_t i = 1; i <= 2; ++i)
    table.verified({far(i).id, *parse_address("9.9.9." + std::to_string(i) + ":9")}, 0, 1);
  table.verified(far(3), 0, 1);
  table.failed(far(3), 2);
  table.verified({far(3).id, *parse_address("9.9.9.3:9")}, 0, 3);
  table.failed(far(3), 4);
  EXPECT_EQ(table.find(far(3).id)->contact, far(3));
  const Contact nearby{far(1).id, *parse_address("9.9.9.4:9")};
  table.failed({far(1).id, *parse_address("9.9.9.1:9")}, 5);
  table.verified(nearby, 0, 6);
  EXPECT_EQ(table.find(far(1).id)->contact, nearby) << "who moves within his network takes no place more";
}

TEST(RoutingTable, KeepsASilentEntryButTellsNobodyOfIt) {
  RoutingTable table(Id{});
  table.verified(far(1), 0, 1);
  table.failed(far(1), 2);
  EXPECT_EQ(table.nearest({}, 3).size(), 1U) << "one lost datagram is no proof of death";
  table.failed(far(1), 3);
  EXPECT_TRUE(table.nearest({}, 3).empty());
  EXPECT_FALSE(table.has_good());
  EXPECT_EQ(table.size(), 1U);
  table.verified(far(1), 0, 4);
  EXPECT_EQ(table.nearest({}, 3).size(), 1U) << "it came back";
}

TEST(RoutingTable, AFailureElsewhereIsNotChargedToTheEntry) {
  RoutingTable table(Id{});
  table.verified(far(1), 0, 1);
  const Contact elsewhere{far(1).id, far(2).address};
  table.failed(elsewhere, 2), table.failed(elsewhere, 3);
  table.erase(elsewhere);
  EXPECT_EQ(table.find(far(1).id)->failures, 0U);
}

TEST(RoutingTable, ANodeMovesOnlyWhenItsOldPlaceIsSilent) {
  RoutingTable table(Id{});
  table.verified(far(1), 0, 1);
  const Contact moved{far(1).id, far(2).address};
  EXPECT_EQ(table.verified(moved, 0, 2), far(1)) << "the old place is tested";
  EXPECT_EQ(table.find(moved.id)->contact, far(1));
  table.failed(far(1), 3);
  EXPECT_EQ(table.find(moved.id)->contact, moved);
  EXPECT_EQ(table.size(), 1U);
}

TEST(RoutingTable, OneNetworkGetsTwoPlacesInABucketAndTenInTheTable) {
  RoutingTable table(Id{});
  std::size_t added = 0;
  for (std::uint32_t i = 0; i < 40; ++i) {
    Contact contact{id_in_bucket({}, i % 8, id_of(i)), *parse_address("5.5.5." + std::to_string(i + 1) + ":9")};
    const bool wanted = table.wants(contact);
    table.verified(contact, 0, 1);
    EXPECT_EQ(wanted, table.find(contact.id) != nullptr) << i;
    added += wanted;
  }
  EXPECT_EQ(added, 10U);
  table.each([&](const Entry&, std::uint32_t bucket) { EXPECT_LT(bucket, 8U); });
}

TEST(RoutingTable, OneNetworkKeepsOnePlaceWhereManyAreKnown) {
  RoutingTable table(Id{});
  const auto crowd = network_of(*parse_address("9.9.9.1:9"));
  const auto places = [&] {
    std::size_t count = 0;
    table.each([&](const Entry& entry, std::uint32_t) { count += network_of(entry.contact.address) == crowd; });
    return count;
  };
  const auto of_crowd = [](std::uint32_t number) {
    return Contact{id_in_bucket({}, number % 8, id_of(900 + number)),
                   *parse_address("9.9.9." + std::to_string(number + 1) + ":9")};
  };
  for (std::uint32_t i = 0; i < 20; ++i) table.verified(of_crowd(i), 0, 1);
  EXPECT_EQ(places(), 10U) << "nobody else is known";
  for (std::uint32_t i = 0; i < 40; ++i) table.verified({id_in_bucket({}, i % 8, id_of(i)), far(i).address}, 0, 1);
  EXPECT_EQ(places(), 1U);
  EXPECT_EQ(table.size(), 41U) << "nobody else had to go";
  EXPECT_FALSE(table.wants(of_crowd(30)));
  table.verified(of_crowd(30), 0, 2);
  EXPECT_EQ(places(), 1U);
  std::uint32_t bucket_left = 0;
  table.each([&](const Entry& entry, std::uint32_t bucket) {
    if (network_of(entry.contact.address) == crowd) bucket_left = bucket;
  });
  EXPECT_EQ(bucket_left, 7U) << "whoever is farthest goes first";
}

TEST(RoutingTable, LocalNetworksAreNotCounted) {
  RoutingTable table(Id{});
  for (std::uint32_t i = 0; i < 16; ++i)
    table.verified({far(i).id, *parse_address("127.0.0.1:" + std::to_string(1 + i))}, 0, 1);
  EXPECT_EQ(table.size(), 16U);
}

TEST(RoutingTable, WantsWhomItHasRoomForAndWhoIsNotThereAlready) {
  RoutingTable table(Id{});
  EXPECT_TRUE(table.wants(far(1)));
  table.verified(far(1), 0, 1);
  EXPECT_FALSE(table.wants(far(1)));
  EXPECT_TRUE(table.wants({far(1).id, far(2).address})) << "perhaps it moved";
  table.failed(far(1), 2);
  EXPECT_TRUE(table.wants(far(1))) << "perhaps it came back";
}

TEST(RoutingTable, RemembersTheRoundTripOverAPing) {
  RoutingTable table(Id{});
  table.verified(far(1), 33, 1);
  table.verified(far(1), 0, 2);
  EXPECT_EQ(table.find(far(1).id)->rtt_ms, 33U);
}

}  // namespace
}  // namespace p2pchat::test
