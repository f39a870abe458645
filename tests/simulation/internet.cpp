// SPDX-License-Identifier: MIT
#include "internet.hpp"

#include <charconv>

namespace p2pchat::simulation {
namespace {

constexpr std::uint64_t nearest_us = 5'000, farthest_us = 85'000, jitter_us = 5'000, again_us = 200'000;
constexpr std::size_t per_octet = 250;

}  // namespace

std::size_t Internet::add_place() {
  const auto number = places_.size();
  const auto endpoint = std::to_string(5 + number / (per_octet * per_octet)) + '.' +
                        std::to_string(number / per_octet % per_octet) + '.' + std::to_string(number % per_octet) +
                        ".1:12476";
  const auto x = places_chance_.share(), y = places_chance_.share();
  places_.push_back({endpoint, x, y, {}});
  return number;
}

std::optional<std::size_t> Internet::place(std::string_view endpoint) const {
  std::size_t number = 0;
  const auto* at = endpoint.data();
  const auto* const end = at + endpoint.size();
  for (int i = 0; i < 3; ++i) {
    std::size_t octet = 0;
    const auto read = std::from_chars(at, end, octet);
    if (read.ec != std::errc() || read.ptr == end || (i == 0 && octet < 5)) return std::nullopt;
    number = number * per_octet + octet - (i == 0 ? 5 : 0);
    at = read.ptr + 1;
  }
  if (number >= places_.size() || places_[number].endpoint != endpoint) return std::nullopt;
  return number;
}

std::uint64_t Internet::distance_us(std::size_t from, std::size_t to) const {
  const auto& a = places_[from];
  const auto& b = places_[to];
  const auto distance = std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)) / std::sqrt(2.0);
  return nearest_us + static_cast<std::uint64_t>(distance * double(farthest_us - nearest_us));
}

void Internet::send(std::size_t from, std::string_view endpoint, sdk::bytes payload) {
  ++datagrams;
  datagram_bytes += payload.len;
  const bool is_lost = loss_.happens(loss);
  const auto jitter = latency_.below(jitter_us);
  const auto to = place(endpoint);
  if (!to || is_lost) return;
  heap_.in(distance_us(from, *to) + jitter,
           [this, from, to = *to, octets = std::vector<std::uint8_t>(payload.ptr, payload.ptr + payload.len)] {
             trace.add(heap_.now_us());
             trace.add(from << 32 | to);
             trace.add(octets);
             if (places_[to].heard) places_[to].heard(places_[from].endpoint, octets);
           });
}

std::uint64_t Internet::stream_us(std::size_t from, std::size_t to) {
  auto us = distance_us(from, to) + latency_.below(jitter_us);
  while (loss_.happens(loss)) us += again_us;
  return us;
}

}  // namespace p2pchat::simulation
