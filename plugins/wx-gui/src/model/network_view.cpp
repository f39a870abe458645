// SPDX-License-Identifier: MIT
#include "model/network_view.hpp"

#include <algorithm>
#include <map>
#include <numbers>

namespace p2pchat::wx_gui {
namespace {

constexpr std::uint32_t least_rings = 6, id_bits = 256;

bool bit(const sdk::Id& id, std::uint32_t at) { return at < id_bits && (id.b[at / 8] >> (7 - at % 8) & 1) != 0; }

/// So many bits from `at` on, as a part of 1.
double part(const sdk::Id& id, std::uint32_t at, std::uint32_t bits) {
  double value = 0, weight = 0.5;
  for (std::uint32_t i = 0; i < bits; ++i, weight /= 2)
    if (bit(id, at + i)) value += weight;
  return value;
}

sdk::Id distance(const sdk::Id& a, const sdk::Id& b) {
  sdk::Id apart;
  for (std::size_t i = 0; i < sizeof apart.b; ++i) apart.b[i] = a.b[i] ^ b.b[i];
  return apart;
}

std::uint32_t shared_prefix(const sdk::Id& apart) {
  std::uint32_t length = 0;
  while (length < id_bits && !bit(apart, length)) ++length;
  return length;
}

std::uint32_t median(std::vector<std::uint32_t> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

}  // namespace

const RingNode* NetworkView::find(const sdk::Id& node) const {
  const auto found = std::ranges::find(nodes, node, [](const RingNode& each) { return each.node.id; });
  return found == nodes.end() ? nullptr : &*found;
}

RingPlace ring_place(const sdk::Id& id, const sdk::Id& me, std::uint32_t rings) {
  const auto apart = distance(id, me);
  const auto prefix = shared_prefix(apart);
  if (prefix == id_bits) return {};
  const auto ring = rings - 1 - std::min(prefix, rings - 1);
  const auto within = 0.2 + 0.6 * part(apart, prefix + 17, 8);  // apart from the lines, and from neighbours
  return {(ring + within) / rings, 2 * std::numbers::pi * part(apart, prefix + 1, 16)};
}

NetworkView network_view(const NetworkPicture& picture, const sdk::Id& me) {
  std::map<sdk::Id, RingNode> nodes;
  for (const auto& node : picture.table)
    nodes[node.id] = {node, {}, node.age_s < stale_s, node.age_s >= silent_s, false, true};
  for (const auto& peer : picture.sessions) {
    auto& each = nodes[peer.id];
    each.session = true;
    if (each.in_table) continue;
    each.fresh = true;
    each.node = {peer.id, peer.endpoint, 0, shared_prefix(distance(peer.id, me)), 0};
  }
  NetworkView view;
  view.sessions = picture.sessions.size();
  view.in_table = picture.table.size();
  std::vector<std::uint32_t> rtts;
  std::uint32_t deepest = 0;
  for (const auto& [id, each] : nodes) {
    deepest = std::max(deepest, std::min(each.node.bucket, id_bits - 1));
    view.fresh += each.in_table && each.fresh;
    if (each.node.rtt_ms) rtts.push_back(each.node.rtt_ms);
  }
  view.usual_rtt_ms = median(std::move(rtts));
  view.rings = std::max(least_rings, deepest + 1);
  for (std::uint32_t prefix = 0; prefix <= deepest && !nodes.empty(); ++prefix) view.bars.push_back({prefix, 0});
  for (auto& [id, each] : nodes) {
    each.place = ring_place(id, me, view.rings);
    if (each.in_table) ++view.bars[std::min(each.node.bucket, deepest)].nodes;
    view.nodes.push_back(std::move(each));
  }
  std::ranges::sort(view.nodes, {}, [](const RingNode& each) { return std::pair(each.node.bucket, each.node.id); });
  return view;
}

}  // namespace p2pchat::wx_gui
