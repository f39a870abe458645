// SPDX-License-Identifier: MIT
#pragma once
#include "lan_routing.hpp"
#include "support/contact_identity.hpp"
#include "support/datagram_network.hpp"

#include <deque>
#include <memory>

namespace p2pchat::test {

/// One real instance of the plugin with everything around it; destroying it is a crash.
struct LanNode {
  LanNode(DatagramNetwork& network, std::string where, std::uint64_t seed);
  ~LanNode() { host.drop_callbacks(); }

  const std::string endpoint;
  VirtualHost host;
  DatagramTransport transport;
  ContactCrypto crypto;
  ContactIdentity identity;
  lan_routing::LanRouting routing{host};

  const sdk::Id& id() const { return identity.id(); }
  /// Whoever it knows, by endpoint.
  std::map<std::string, sdk::Id> neighbours();
};

/// One local network in virtual time, 1 to 5 ms wide.
struct LanWorld {
  static constexpr char group[] = "239.255.80.67:12477";
  explicit LanWorld(std::uint64_t seed = 1);
  VirtualClock clock;
  DatagramNetwork network;
  std::vector<std::unique_ptr<LanNode>> nodes;

  static std::string endpoint(std::size_t number) { return "192.168.1." + std::to_string(number + 1) + ":12476"; }
  LanNode& add() { return add(endpoint(nodes.size())); }
  LanNode& add(const std::string& where);
  /// `count` nodes that started one after the other, 100 ms apart; settled.
  void grow(std::size_t count);
  sdk::Status locate(LanNode& from, const sdk::Id& id, sdk::NodeEntry* found = nullptr);
};

}  // namespace p2pchat::test
