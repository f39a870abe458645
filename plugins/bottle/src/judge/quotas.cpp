// SPDX-License-Identifier: MIT
#include "quotas.hpp"

#include "note/endpoint.hpp"
#include "wire/hex.hpp"

namespace p2pchat::bottle {
namespace {

constexpr RateLimit per_peer{.per_second = 20, .burst = 60}, in_all{.per_second = 100, .burst = 300};
constexpr std::size_t most_senders = 16'384, most_addresses = 4096, most_snapshot = 512 * 1024;
constexpr std::string_view divider = "--\n";  // between senders and addresses

}  // namespace

std::string address_key(std::string_view endpoint) {
  const auto node = neighbour_at({}, endpoint);
  // Without the port: whoever dials again has another.
  if (node.ip.empty()) return std::string(endpoint.substr(0, endpoint.rfind(':')));
  return reach(node.ip) == Reach::loopback ? std::string() : network_of(node.ip);
}

Quotas::Quotas(const Limits& limits)
    : senders_(limits.sender_per_hour, most_senders),
      addresses_(limits.address_per_hour, most_addresses),
      peers_(per_peer) {}

Refusal Quotas::arrives(const sdk::Id& peer, std::uint64_t now_ms) {
  return peers_.take(peer, now_ms) ? Refusal::none : Refusal::peer_rate;
}

Refusal Quotas::room(const Origin& origin, std::uint64_t now_ms) {
  if (!senders_.has_room(wire::to_hex(origin.sender), now_ms)) return Refusal::sender_quota;
  const auto address = address_key(origin.endpoint);
  if (!address.empty() && !addresses_.has_room(address, now_ms)) return Refusal::address_quota;
  return all_.take(in_all, now_ms) ? Refusal::none : Refusal::busy;
}

void Quotas::accepted(const Origin& origin, std::uint64_t now_ms) {
  senders_.take(wire::to_hex(origin.sender), now_ms);
  if (const auto address = address_key(origin.endpoint); !address.empty()) addresses_.take(address, now_ms);
}

std::string Quotas::snapshot(std::uint64_t now_ms) const {
  return senders_.snapshot(now_ms, most_snapshot - 8).append(divider) + addresses_.snapshot(now_ms, most_snapshot - 8);
}

void Quotas::restore(std::string_view text, std::uint64_t now_ms) {
  const auto at = text.starts_with(divider) ? 0 : text.find('\n' + std::string(divider));
  if (at == text.npos) return;
  const auto begin = at == 0 ? 0 : at + 1;
  senders_.restore(text.substr(0, begin), now_ms);
  addresses_.restore(text.substr(begin + divider.size()), now_ms);
}

}  // namespace p2pchat::bottle
