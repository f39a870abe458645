// SPDX-License-Identifier: MIT
#include "contact.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

void pack(const Contact& contact, std::size_t ip_size, Octets& out) {
  append(out, contact.id.view());
  out.insert(out.end(), contact.address.ip.end() - static_cast<std::ptrdiff_t>(ip_size), contact.address.ip.end());
  out.push_back(static_cast<std::uint8_t>(contact.address.port >> 8));
  out.push_back(static_cast<std::uint8_t>(contact.address.port));
}

Contact unpack(const std::uint8_t* at, std::size_t ip_size) {
  Contact contact;
  std::copy_n(at, sizeof contact.id.b, contact.id.b);
  at += sizeof contact.id.b;
  if (ip_size == 4) contact.address.ip[10] = contact.address.ip[11] = 0xff;
  std::copy_n(at, ip_size, contact.address.ip.end() - static_cast<std::ptrdiff_t>(ip_size));
  contact.address.port = static_cast<std::uint16_t>(at[ip_size] << 8 | at[ip_size + 1]);
  return contact;
}

}  // namespace

void pack_v4(std::span<const Contact> contacts, Octets& out) {
  for (const auto& contact : contacts)
    if (contact.address.is_v4()) pack(contact, 4, out);
}

void pack_v6(std::span<const Contact> contacts, Octets& out) {
  for (const auto& contact : contacts)
    if (!contact.address.is_v4()) pack(contact, 16, out);
}

bool unpack_v4(sdk::bytes packed, std::vector<Contact>& out) {
  if (packed.len % contact_size_v4 != 0) return false;
  for (std::size_t at = 0; at < packed.len; at += contact_size_v4) out.push_back(unpack(packed.ptr + at, 4));
  return true;
}

bool unpack_v6(sdk::bytes packed, std::vector<Contact>& out) {
  if (packed.len % contact_size_v6 != 0) return false;
  for (std::size_t at = 0; at < packed.len; at += contact_size_v6)
    if (const auto contact = unpack(packed.ptr + at, 16); !contact.address.is_v4()) out.push_back(contact);
  return true;
}

}  // namespace p2pchat::kademlia
