// SPDX-License-Identifier: MIT
#include "endpoint.hpp"

#include <gtest/gtest.h>

namespace p2pchat::socket_transport {
namespace {

TEST(Endpoint, ReadsWhatItWrites) {
  for (const auto* text : {"192.0.2.1:12476", "0.0.0.0:0", "255.255.255.255:65535", "[2001:db8::1]:12476", "[::]:1",
                           "[::1]:65535", "[fe80::1%2]:12476"}) {
    const auto endpoint = parse_endpoint(text);
    ASSERT_TRUE(endpoint) << text;
    EXPECT_EQ(to_text(*endpoint), text);
  }
}

TEST(Endpoint, HasOneTextHoweverItWasWritten) {
  EXPECT_EQ(to_text(*parse_endpoint("[2001:0DB8:0:0:0:0:0:1]:5")), "[2001:db8::1]:5");
  EXPECT_EQ(to_text(*parse_endpoint("[::ffff:192.0.2.1]:5")), "192.0.2.1:5");
}

TEST(Endpoint, IsNothingWhenAnythingIsOdd) {
  for (const auto* text : {"",
                           ":",
                           ":5",
                           "192.0.2.1",
                           "192.0.2.1:",
                           "192.0.2.1:05",
                           "192.0.2.1:+5",
                           "192.0.2.1:65536",
                           "192.0.2.1:99999999999999999999",
                           "192.0.2.1:5 ",
                           " 192.0.2.1:5",
                           "192.0.2.1:5x",
                           "192.0.2.01:5",
                           "192.0.2:5",
                           "10.1:5",
                           "0x7f.1:5",
                           "1:5",
                           "256.0.0.1:5",
                           "[192.0.2.1]:5",
                           "2001:db8::1:5",
                           "[2001:db8::1]",
                           "[2001:db8::1]5",
                           "[2001:db8::1:5",
                           "[fe80::1%0]:5",
                           "[fe80::1%]:5",
                           "[fe80::1%eth0]:5",
                           "[]:5",
                           "a b:5",
                           "-a:5",
                           ".a:5",
                           "b\xc3\xbc"
                           "cher.example:5",
                           "a/b:5"})
    EXPECT_FALSE(split_endpoint(text)) << text;
  EXPECT_FALSE(split_endpoint(std::string_view("127.0.0.1\0:5", 12)));
  EXPECT_FALSE(split_endpoint(std::string(254, 'a') + ":5"));
}

TEST(Endpoint, MayBeANameWhichIsNotNumeric) {
  const auto parts = split_endpoint("node-1.example.org:12476");
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->host, "node-1.example.org");
  EXPECT_EQ(parts->port, 12476);
  EXPECT_FALSE(parse_endpoint("node-1.example.org:12476"));
  EXPECT_TRUE(split_endpoint("localhost:1"));
  EXPECT_TRUE(split_endpoint("node.example.:1"));
}

TEST(Endpoint, KnowsThisMachine) {
  EXPECT_TRUE(is_loopback(*parse_endpoint("127.0.0.1:1")));
  EXPECT_TRUE(is_loopback(*parse_endpoint("127.200.0.1:1")));
  EXPECT_TRUE(is_loopback(*parse_endpoint("[::1]:1")));
  EXPECT_FALSE(is_loopback(*parse_endpoint("128.0.0.1:1")));
  EXPECT_FALSE(is_loopback(*parse_endpoint("[::2]:1")));
  EXPECT_FALSE(is_loopback(*parse_endpoint("[7f00::1]:1")));
}

}  // namespace
}  // namespace p2pchat::socket_transport
