// SPDX-License-Identifier: MIT
#include "routing/distance.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace kademlia;

TEST(Distance, IsZeroOnlyToOneself) {
  EXPECT_EQ(distance(id_of(1), id_of(1)), Id{});
  EXPECT_NE(distance(id_of(1), id_of(2)), Id{});
}

TEST(Distance, IsTheSameBothWaysAndUndoesItself) {
  const auto a = id_of(1), b = id_of(2);
  EXPECT_EQ(distance(a, b), distance(b, a));
  EXPECT_EQ(distance(a, distance(a, b)), b);
}

TEST(Distance, SharedPrefixCountsLeadingEqualBits) {
  Id a, b;
  EXPECT_EQ(shared_prefix(a, b), 256U);
  b.b[31] = 1;
  EXPECT_EQ(shared_prefix(a, b), 255U);
  b.b[2] = 0x10;
  EXPECT_EQ(shared_prefix(a, b), 19U);
  b.b[0] = 0x80;
  EXPECT_EQ(shared_prefix(a, b), 0U);
}

TEST(Distance, AnIdForABucketFallsIntoThatBucket) {
  const auto me = id_of(3);
  for (std::uint32_t bucket = 0; bucket < 256; ++bucket) {
    const auto id = id_in_bucket(me, bucket, id_of(100 + bucket));
    EXPECT_EQ(shared_prefix(me, id), bucket);
    if (bucket >= 200) continue;
    EXPECT_EQ(id.b[31], id_of(100 + bucket).b[31]) << "the rest stays random";
  }
}

TEST(AddressText, IsReadBackAsItWasWritten) {
  for (const auto* text : {"192.0.2.1:12476", "127.0.0.1:1", "[2001:db8::1]:12476", "[::1]:65535"}) {
    const auto address = parse_address(text);
    ASSERT_TRUE(address) << text;
    EXPECT_EQ(to_text(*address), text);
  }
}

TEST(AddressText, AnythingElseIsNothing) {
  for (const auto* text :
       {"", ":", "192.0.2.1", "192.0.2.1:", "192.0.2.1:65536", "192.0.2.1:-1", "192.0.2.1:1x", "192.0.2:1",
        "example.org:1", "[::1:5", "::1:5", "[::ffff:192.0.2.1]:5", "[fe80::1%eth0]:5", "[]:5", " 1.2.3.4:5"})
    EXPECT_FALSE(parse_address(text)) << text;
}

TEST(AddressFilter, RefusesWhereNoNodeCanLive) {
  for (const auto* text : {"0.1.2.3:80", "224.0.0.1:80", "239.1.1.1:80", "240.0.0.1:80", "255.255.255.255:80",
                           "8.8.8.8:0", "[::]:80", "[ff02::1]:80", "[2001:db8::1]:0"})
    EXPECT_FALSE(is_usable(*parse_address(text))) << text;
  for (const auto* text : {"8.8.8.8:1", "127.0.0.1:80", "10.0.0.1:80", "223.255.255.255:80", "[2001:db8::1]:80"})
    EXPECT_TRUE(is_usable(*parse_address(text))) << text;
}

TEST(AddressFilter, KeepsLoopbackAndLocalAddressesAmongTheirOwn) {
  const auto loopback = *parse_address("127.0.0.1:1"), loopback6 = *parse_address("[::1]:1");
  const auto local = *parse_address("192.168.1.1:1"), local6 = *parse_address("[fd00::1]:1");
  const auto global = *parse_address("8.8.8.8:1"), global6 = *parse_address("[2001:db8::1]:1");
  for (const auto& somebody : {loopback, local, global, global6}) EXPECT_TRUE(may_pass(global, somebody));
  EXPECT_TRUE(may_pass(loopback, loopback6));
  EXPECT_TRUE(may_pass(local, local6));
  for (const auto& somebody : {local, local6, global, global6}) EXPECT_FALSE(may_pass(loopback, somebody));
  for (const auto& somebody : {loopback, loopback6, global, global6}) EXPECT_FALSE(may_pass(local, somebody));
}

TEST(AddressFilter, KnowsLocalNetworks) {
  for (const auto* text : {"10.1.1.1:1", "172.16.0.1:1", "172.31.9.9:1", "192.168.0.1:1", "169.254.1.1:1",
                           "100.64.0.1:1", "[fc00::1]:1", "[fd12::1]:1", "[fe80::1]:1"})
    EXPECT_EQ(reach(*parse_address(text)), Reach::local) << text;
  for (const auto* text : {"172.15.0.1:1", "172.32.0.1:1", "100.63.0.1:1", "100.128.0.1:1", "[2001:db8::1]:1"})
    EXPECT_EQ(reach(*parse_address(text)), Reach::global) << text;
}

TEST(Networks, AreSlash24AndSlash48) {
  const auto network = [](const char* text) { return network_of(*parse_address(text)); };
  EXPECT_EQ(network("5.6.7.8:1"), network("5.6.7.9:2"));
  EXPECT_NE(network("5.6.7.8:1"), network("5.6.8.8:1"));
  EXPECT_EQ(network("[2001:db8:1:2::1]:1"), network("[2001:db8:1:3::1]:1"));
  EXPECT_NE(network("[2001:db8:1::1]:1"), network("[2001:db8:2::1]:1"));
}

}  // namespace
}  // namespace p2pchat::test
