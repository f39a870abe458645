// SPDX-License-Identifier: MIT
#include "lan_world.hpp"

namespace p2pchat::test {

LanNode::LanNode(DatagramNetwork& network, std::string where, std::uint64_t seed)
    : endpoint(std::move(where)),
      host(network.clock(), seed),
      transport(network, endpoint),
      crypto(host),
      identity(host, crypto) {
  host.provide<sdk::Transport>(transport);
  host.provide<sdk::Crypto>(crypto);
  host.provide<sdk::Identity>(identity);
}

std::map<std::string, sdk::Id> LanNode::neighbours() {
  std::map<std::string, sdk::Id> all;
  routing.table([&](const sdk::NodeEntry& entry, std::uint32_t, std::uint32_t) { all[entry.endpoint] = entry.id; });
  return all;
}

LanWorld::LanWorld(std::uint64_t seed) : network(clock, seed) {
  network.min_latency_us = 1'000;
  network.max_latency_us = 5'000;
}

LanNode& LanWorld::add(const std::string& where) {
  auto& node = *nodes.emplace_back(std::make_unique<LanNode>(network, where, nodes.size() + 1));
  if (const auto status = node.routing.start(); !status.ok()) throw std::string(status.text);
  return node;
}

void LanWorld::grow(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    add();
    clock.run_for(100);
  }
  clock.run_for(10'000);
}

sdk::Status LanWorld::locate(LanNode& from, const sdk::Id& id, sdk::NodeEntry* found) {
  std::optional<sdk::Status> answer;
  from.routing.locate(id, [&](const sdk::Status& status, const sdk::NodeEntry& entry) {
    answer = status;
    if (found != nullptr) *found = entry;
  });
  clock.run_until([&] { return answer.has_value(); });
  return answer ? *answer : sdk::Status{sdk::Errc::internal, "locate never ended"};
}

}  // namespace p2pchat::test
