// SPDX-License-Identifier: MIT
#pragma once
#include "bottle.hpp"
#include "kademlia.hpp"
#include "sim_identity.hpp"
#include "sim_network.hpp"
#include "sim_tables.hpp"
#include "sim_transport.hpp"

#include <string>

namespace p2pchat::simulation {

/// What outlives a node's process: where it is, its key and its disk.
struct Person {
  std::size_t place = 0;
  std::vector<std::uint8_t> key_file{};
  Disk disk{};
  std::uint64_t starts = 0, ended_us = 0;  ///< how often it began, and when it was killed last
};

/// What a node finds in its configuration, key by key.
using Settings = std::vector<std::pair<std::string, std::string>>;

/// One process: the real plugins with a simulated world around them. Destroying it is a kill: no plugin is stopped.
struct SimNode {
  SimNode(Exchange& exchange, Person& person, std::uint64_t seed, const Settings& settings);
  ~SimNode();
  SimNode(const SimNode&) = delete;
  SimNode& operator=(const SimNode&) = delete;
  /// Starts the bottle plugin. A sea for addressing alone does without.
  void start_bottles();

  const std::size_t place;
  const std::uint64_t born_us;
  SimHost host;
  SimTransport transport;
  SimCrypto crypto;
  SimIdentity identity;
  SimTables tables;
  kademlia::Kademlia routing{host};
  SimNetwork network;
  bottle::Bottle* bottles = nullptr;

  const sdk::Id& id() const { return identity.id(); }
  std::size_t table_size();
};

}  // namespace p2pchat::simulation
