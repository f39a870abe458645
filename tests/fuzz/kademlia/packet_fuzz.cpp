// SPDX-License-Identifier: MIT
#include "packet.hpp"
#include "wire/base64.hpp"

#include <cstdlib>

namespace {

/// Whatever is accepted keeps the limits and says the same after being written and read again.
void check(std::string_view datagram) {
  using namespace p2pchat::kademlia;
  wire::JsonParser parser;
  const auto first = from_datagram(parser, p2pchat::sdk::bytes::of(datagram));
  if (!first) return;
  const auto& packet = first->packet;
  if (datagram.size() > max_datagram || packet.part.of > max_record_parts || packet.part.number > packet.part.of)
    std::abort();
  if (packet.contacts.size() > max_datagram / contact_size_v4) std::abort();
  const auto again = to_datagram(text_of(packet), first->tag ? view(*first->tag) : p2pchat::sdk::bytes());
  if (again.size() > max_datagram) return;  // padding was cut, or numbers written shorter
  const auto second = from_datagram(parser, p2pchat::sdk::bytes::of(again));
  if (!second || second->tag != first->tag || text_of(second->packet) != text_of(packet)) std::abort();
}

}  // namespace

/// The input once as a datagram and once as the JSON inside one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(text);
  std::string datagram;
  wire::base64_encode(wire::octets_of(text), wire::Alphabet::url, datagram);
  check(datagram);
  return 0;
}
