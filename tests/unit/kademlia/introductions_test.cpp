// SPDX-License-Identifier: MIT
#include "introductions.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

Contact at(std::uint8_t first_octet, std::uint8_t last_octet, const std::string& address) {
  Contact contact{.id = {}, .address = *parse_address(address)};
  contact.id.b[0] = first_octet, contact.id.b[31] = last_octet;
  return contact;
}

constexpr std::uint8_t far = 0x80, near = 0x01;  // from an id of zeros

TEST(Introductions, NameEveryNetworkOnceBeforeAnyTwice) {
  const auto a = at(far, 1, "5.1.1.1:1"), b = at(far, 2, "5.1.1.2:1"), c = at(far, 3, "5.1.1.3:1"),
             d = at(far, 4, "5.2.2.2:1");
  EXPECT_EQ(in_turns({a, b, c, d}, {}), (std::vector<Contact>{a, d, b, c}));
}

TEST(Introductions, NameEveryBucketOnceBeforeAnyTwice) {
  const auto a = at(far, 1, "5.1.1.1:1"), b = at(far, 2, "5.2.2.2:1"), c = at(near, 1, "5.3.3.3:1");
  EXPECT_EQ(in_turns({a, b, c}, {}), (std::vector<Contact>{a, c, b}));
}

TEST(Introductions, CountAddressesOfAnOwnNetworkAsIfEachWereOfAnother) {
  const auto a = at(far, 1, "10.1.1.1:1"), b = at(far, 2, "10.1.1.2:1"), c = at(far, 3, "5.1.1.1:1");
  EXPECT_EQ(in_turns({a, b, c}, {}), (std::vector<Contact>{a, b, c}));
}

TEST(Introductions, LeaveNobodyOut) {
  std::vector<Contact> contacts;
  for (std::uint8_t i = 0; i < 40; ++i)
    contacts.push_back(at(i, i, "5.1." + std::to_string(i % 7) + "." + std::to_string(i + 1) + ":1"));
  auto ordered = in_turns(contacts, {});
  std::ranges::sort(ordered);
  std::ranges::sort(contacts);
  EXPECT_EQ(ordered, contacts);
}

}  // namespace
}  // namespace p2pchat::kademlia
