// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/routing.hpp>

#include <algorithm>
#include <bit>
#include <functional>
#include <vector>

namespace p2pchat::kit {

/// How far two ids are apart: their exclusive or, as a number.
inline sdk::Id distance(const sdk::Id& a, const sdk::Id& b) {
  sdk::Id apart;
  std::ranges::transform(a.b, b.b, apart.b, std::bit_xor());
  return apart;
}

/// The length of the prefix that two ids share, in bits: 256 for the same one.
inline std::uint32_t shared_prefix(const sdk::Id& a, const sdk::Id& b) {
  const auto apart = distance(a, b);
  const auto* first = std::ranges::find_if(apart.b, [](std::uint8_t octet) { return octet != 0; });
  const auto octets = static_cast<std::uint32_t>(first - apart.b);
  return 8 * octets + (octets < sizeof apart.b ? static_cast<std::uint32_t>(std::countl_zero(*first)) : 0);
}

/// The `n` of some nodes that are nearest to a key, nearest first.
inline std::vector<sdk::NodeEntry> nearest(std::vector<sdk::NodeEntry> nodes, const sdk::Id& key, std::size_t n) {
  std::ranges::sort(nodes, {}, [&](const sdk::NodeEntry& node) { return distance(node.id, key); });
  nodes.resize(std::min(n, nodes.size()));
  return nodes;
}

}  // namespace p2pchat::kit
