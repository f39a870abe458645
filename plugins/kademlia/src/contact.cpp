// SPDX-License-Identifier: MIT
#include "contact.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

void pack_contact(const Contact& contact, Octets& out) {
  append(out, contact.id.view());
  pack(contact.address, out);
}

Address unpack_address(const std::uint8_t* at, std::size_t ip_size) {
  Address address;
  if (ip_size == 4) address.ip[10] = address.ip[11] = 0xff;
  std::copy_n(at, ip_size, address.ip.end() - static_cast<std::ptrdiff_t>(ip_size));
  address.port = static_cast<std::uint16_t>(at[ip_size] << 8 | at[ip_size + 1]);
  return address;
}

Contact unpack_contact(const std::uint8_t* at, std::size_t ip_size) {
  Contact contact;
  std::copy_n(at, sizeof contact.id.b, contact.id.b);
  contact.address = unpack_address(at + sizeof contact.id.b, ip_size);
  return contact;
}

}  // namespace

void pack(const Address& address, Octets& out) {
  const std::ptrdiff_t ip_size = address.is_v4() ? 4 : 16;
  out.insert(out.end(), address.ip.end() - ip_size, address.ip.end());
  out.push_back(static_cast<std::uint8_t>(address.port >> 8));
  out.push_back(static_cast<std::uint8_t>(address.port));
}

bool unpack(sdk::bytes packed, std::optional<Address>& out) {
  if (packed.len != address_size_v4 && packed.len != address_size_v6) return false;
  const auto address = unpack_address(packed.ptr, packed.len == address_size_v4 ? 4 : 16);
  if (address.is_v4() != (packed.len == address_size_v4)) return false;
  out = address;
  return true;
}

void pack_v4(std::span<const Contact> contacts, Octets& out) {
  for (const auto& contact : contacts)
    if (contact.address.is_v4()) pack_contact(contact, out);
}

void pack_v6(std::span<const Contact> contacts, Octets& out) {
  for (const auto& contact : contacts)
    if (!contact.address.is_v4()) pack_contact(contact, out);
}

bool unpack_v4(sdk::bytes packed, std::vector<Contact>& out) {
  if (packed.len % contact_size_v4 != 0) return false;
  for (std::size_t at = 0; at < packed.len; at += contact_size_v4) out.push_back(unpack_contact(packed.ptr + at, 4));
  return true;
}

bool unpack_v6(sdk::bytes packed, std::vector<Contact>& out) {
  if (packed.len % contact_size_v6 != 0) return false;
  for (std::size_t at = 0; at < packed.len; at += contact_size_v6)
    if (const auto contact = unpack_contact(packed.ptr + at, 16); !contact.address.is_v4()) out.push_back(contact);
  return true;
}

}  // namespace p2pchat::kademlia
