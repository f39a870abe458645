// SPDX-License-Identifier: MIT
#pragma once
#include "kademlia.hpp"
#include "sim_identity.hpp"
#include "sim_tables.hpp"
#include "sim_transport.hpp"

#include <string>

namespace p2pchat::simulation {

/// What outlives a node's process: where it is, its key and its disk.
struct Person {
  std::size_t place = 0;
  std::vector<std::uint8_t> key_file{};
  Disk disk{};
  std::uint64_t starts = 0;
};

/// One process: the real plugins with a simulated world around them. Destroying it is a kill: nobody is told.
struct SimNode {
  SimNode(Internet& internet, Person& person, std::uint64_t seed, const std::string& bootstrap);

  ~SimNode() { host.drop_callbacks(); }

  const std::size_t place;
  const std::uint64_t born_us;
  SimHost host;
  SimTransport transport;
  SimCrypto crypto;
  SimIdentity identity;
  SimTables tables;
  kademlia::Kademlia routing{host};

  const sdk::Id& id() const { return identity.id(); }
  std::size_t table_size();
};

}  // namespace p2pchat::simulation
