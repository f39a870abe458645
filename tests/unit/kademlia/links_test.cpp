// SPDX-License-Identifier: MIT
#include "links.hpp"

#include <gtest/gtest.h>

namespace p2pchat::kademlia {
namespace {

Contact contact_of(std::uint16_t number) {
  Contact contact;
  contact.id.b[0] = static_cast<std::uint8_t>(number >> 8), contact.id.b[1] = static_cast<std::uint8_t>(number);
  contact.address.port = number;
  return contact;
}

std::size_t delegations(Links& links, std::uint16_t most) {
  std::size_t count = 0;
  for (std::uint16_t i = 1; i <= most; ++i) count += !links.delegation(contact_of(i)).empty();
  return count;
}

TEST(Links, KeepTheDelegationsOfThoseProvenLastOnly) {
  Links links;
  constexpr std::uint16_t many = 3 * Links::most_delegations;
  for (std::uint16_t i = 1; i <= many; ++i) {
    links.open(contact_of(i), i);
    links.keep(contact_of(i), Octets(572));
  }
  EXPECT_EQ(delegations(links, many), Links::most_delegations);
  EXPECT_FALSE(links.delegation(contact_of(many)).empty());
  EXPECT_TRUE(links.delegation(contact_of(1)).empty());
}

TEST(Links, CountWhoIsProvenAgainOnce) {
  Links links;
  for (std::uint16_t i = 1; i <= 2; ++i) links.open(contact_of(i), i);
  links.keep(contact_of(1), Octets(572));
  for (int i = 0; i < 100; ++i) links.keep(contact_of(2), Octets(572));
  EXPECT_FALSE(links.delegation(contact_of(1)).empty());
}

TEST(Links, KeepNothingOfWhoIsGone) {
  Links links;
  links.open(contact_of(1), 1);
  links.keep(contact_of(1), Octets(572));
  links.erase(contact_of(1));
  links.keep(contact_of(1), Octets(572));
  EXPECT_EQ(links.find(contact_of(1)), nullptr);
}

}  // namespace
}  // namespace p2pchat::kademlia
