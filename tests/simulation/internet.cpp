// SPDX-License-Identifier: MIT
#include "internet.hpp"

namespace p2pchat::simulation {
namespace {

constexpr std::uint64_t nearest_us = 5'000, farthest_us = 85'000, jitter_us = 5'000, again_us = 200'000;
constexpr std::size_t per_octet = 250;

}  // namespace

std::size_t Internet::add_place(std::optional<std::size_t> beside) {
  const auto number = places_.size(), first = beside.value_or(number);
  const auto house = beside ? ++places_[first].houses : 1;
  const auto endpoint = std::to_string(5 + first / (per_octet * per_octet)) + '.' +
                        std::to_string(first / per_octet % per_octet) + '.' + std::to_string(first % per_octet) + '.' +
                        std::to_string(house) + ":12476";
  const auto x = places_chance_.share(), y = places_chance_.share();
  places_.push_back({endpoint, x, y, {}});
  numbers_.emplace(endpoint, number);
  return number;
}

std::optional<std::size_t> Internet::place(std::string_view endpoint) const {
  const auto found = numbers_.find(std::string(endpoint));
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
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
  if (tap) tap(from, payload);
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
