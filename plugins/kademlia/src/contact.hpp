// SPDX-License-Identifier: MIT
#pragma once
#include "octets.hpp"
#include "routing/address.hpp"

#include <span>

namespace p2pchat::kademlia {

/// Somebody said to be, or proven to be, at an address.
struct Contact {
  Id id;
  Address address;
  auto operator<=>(const Contact&) const = default;
};

inline constexpr std::size_t contact_size_v4 = 38, contact_size_v6 = 50, address_size_v4 = 6, address_size_v6 = 18;

/// Appends the contacts of one address family: id, address of 4 or 16 octets, port, big-endian.
void pack_v4(std::span<const Contact> contacts, Octets& out);
void pack_v6(std::span<const Contact> contacts, Octets& out);

/// Reads what the above wrote; false when the length is not a multiple of a contact's. A mapped address among the
/// IPv6 ones is dropped: every address has one form.
bool unpack_v4(sdk::bytes packed, std::vector<Contact>& out);
bool unpack_v6(sdk::bytes packed, std::vector<Contact>& out);

/// Appends an address alone: 4 or 16 octets, port, big-endian.
void pack(const Address& address, Octets& out);

/// Reads what the above wrote; false for another length, and for a mapped address in 18 octets.
bool unpack(sdk::bytes packed, std::optional<Address>& out);

}  // namespace p2pchat::kademlia
