// SPDX-License-Identifier: MIT
#include "note/endpoint.hpp"

#include "bottler.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace bottle;

TEST(Addresses, HaveOneWrittenForm) {
  for (const auto* ip : {"0.0.0.0", "192.0.2.1", "255.255.255.255", "::", "::1", "2001:db8::1", "fe80::1"})
    EXPECT_TRUE(is_ip(ip)) << ip;
  for (const auto* ip : {"", "1.2.3", "01.2.3.4", "1.2.3.4.5", "256.1.1.1", "1.2.3.4 ", "::01", "2001:DB8::1", "host",
                         "2001:db8:0:0:0:0:0:1", "::ffff:192.0.2.1", "[::1]", "fe80::1%lo", "1:2"})
    EXPECT_FALSE(is_ip(ip)) << ip;
  EXPECT_FALSE(is_ip(std::string("1.2.3.4\0", 8)));
  EXPECT_FALSE(is_ip(std::string(1000, '1')));
}

TEST(Addresses, AreReachedFromSomewhere) {
  const auto all = [](Reach expected, std::initializer_list<const char*> ips) {
    for (const auto* ip : ips) EXPECT_EQ(reach(ip), expected) << ip;
  };
  all(Reach::loopback, {"127.0.0.1", "127.255.255.255", "::1"});
  all(Reach::local, {"10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.1.1", "100.64.0.1", "fd00::1",
                     "fc00::1", "fe80::1", "febf::1"});
  all(Reach::global, {"8.8.8.8", "172.32.0.1", "172.15.0.1", "100.128.0.1", "2001:db8::1", "fec0::1"});
  all(Reach::none, {"", "host", "1.2.3.4:5"});
}

TEST(Endpoints, ThatAreAddressesAreTold) {
  const auto v4 = neighbour_at(id_of(1), "203.0.113.7:12476");
  EXPECT_EQ(v4, (Neighbour{id_of(1), "203.0.113.7", 12476}));
  const auto v6 = neighbour_at(id_of(1), "[2001:db8::1]:65535");
  EXPECT_EQ(v6, (Neighbour{id_of(1), "2001:db8::1", 65535}));
}

TEST(Endpoints, OfAnyOtherKindAreNot) {
  for (const auto* endpoint : {"", ":", "203.0.113.7", "203.0.113.7:", "203.0.113.7:0", "203.0.113.7:65536",
                               "203.0.113.7:1x", "host:1", "2001:db8::1:1", "[2001:db8::1]", "[203.0.113.7]:1", "[]:1"})
    EXPECT_EQ(neighbour_at(id_of(1), endpoint), Neighbour{.id = id_of(1)}) << endpoint;
}

}  // namespace
}  // namespace p2pchat::test
