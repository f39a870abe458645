// SPDX-License-Identifier: MIT
#include "quotas.hpp"

#include "note/endpoint.hpp"
#include "wire/hex.hpp"

namespace p2pchat::bottle {
namespace {

constexpr RateLimit per_peer{.per_second = 20, .burst = 60}, in_all{.per_second = 100, .burst = 300};
constexpr std::uint32_t addressed_per_sender = 64, addressed_per_address = 640;
constexpr std::size_t most_senders = 16'384, most_addresses = 4096, most_section = 127 * 1024;
constexpr std::string_view divider = "--\n";  // after the section of each limit

}  // namespace

std::string address_key(std::string_view endpoint) {
  const auto node = neighbour_at({}, endpoint);
  // Without the port: whoever dials again has another.
  if (node.ip.empty()) return std::string(endpoint.substr(0, endpoint.rfind(':')));
  return reach(node.ip) == Reach::loopback ? std::string() : network_of(node.ip);
}

Quotas::Quotas(const Limits& limits)
    : drift_{{limits.sender_per_hour, most_senders}, {limits.address_per_hour, most_addresses}},
      addressed_{{addressed_per_sender, most_senders}, {addressed_per_address, most_addresses}},
      peers_(per_peer) {}

Quotas::Hourly* Quotas::of(Destination destination) {
  if (destination == Destination::me) return nullptr;
  return destination == Destination::anybody ? &drift_ : &addressed_;
}

Refusal Quotas::arrives(const sdk::Id& peer, std::uint64_t now_ms) {
  return peers_.take(peer, now_ms) ? Refusal::none : Refusal::peer_rate;
}

Refusal Quotas::room(const Origin& origin, std::uint64_t now_ms) {
  if (const auto* hourly = of(origin.destination)) {
    if (!hourly->senders.has_room(wire::to_hex(origin.sender), now_ms)) return Refusal::sender_quota;
    const auto address = address_key(origin.endpoint);
    if (!address.empty() && !hourly->addresses.has_room(address, now_ms)) return Refusal::address_quota;
  }
  return all_.take(in_all, now_ms) ? Refusal::none : Refusal::busy;
}

void Quotas::accepted(const Origin& origin, std::uint64_t now_ms) {
  auto* hourly = of(origin.destination);
  if (!hourly) return;
  hourly->senders.take(wire::to_hex(origin.sender), now_ms);
  if (const auto address = address_key(origin.endpoint); !address.empty()) hourly->addresses.take(address, now_ms);
}

std::string Quotas::snapshot(std::uint64_t now_ms) const {
  std::string text;
  for (const auto* limit : {&drift_.senders, &drift_.addresses, &addressed_.senders, &addressed_.addresses})
    text.append(limit->snapshot(now_ms, most_section)).append(divider);
  return text;
}

void Quotas::restore(std::string_view text, std::uint64_t now_ms) {
  for (auto* limit : {&drift_.senders, &drift_.addresses, &addressed_.senders, &addressed_.addresses}) {
    const auto end = text.find(divider);
    if (end == text.npos) return;
    limit->restore(text.substr(0, end), now_ms);
    text.remove_prefix(end + divider.size());
  }
}

}  // namespace p2pchat::bottle
