// SPDX-License-Identifier: MIT
#pragma once
#include "samples.hpp"
#include "sessions/session_pool.hpp"
#include "support/memory_transport.hpp"
#include "support/static_routing.hpp"

#include <optional>

namespace p2pchat::test {

/// One node of sessions alone, with a diary of what its pool told.
struct PoolNode {
  PoolNode(VirtualClock& clock, MemoryNetwork& network, StaticRouting::Directory& directory, int number,
           sdk::Crypto* suite = nullptr, KeyPtr key = {})
      : node(clock, static_cast<std::uint64_t>(number) + 77),
        crypto(suite ? *suite : plain),
        person(crypto, std::move(key)),
        transport(network, node, "10.0.0." + std::to_string(number) + ":12476") {
    sdk::OutTo out(endpoint);
    EXPECT_TRUE(transport.listen("", out).ok());
    routing.emplace(node, directory, person.id());
    directory[person.id()] = endpoint;
    pool.emplace(node, crypto, transport, *routing);
    pool->on_lines([this](const messaging::ProvenPeer& from, std::span<const std::string_view> lines) {
      ++records;
      senders.push_back(from.id);
      for (auto line : lines) heard.emplace_back(line);
    });
    pool->on_online([this](const sdk::Id&) { ++onlines; });
    pool->on_offline([this](const sdk::Id&) { ++offlines; });
  }
  void start() { pool->start(*person.key, person.id()); }
  const sdk::Id& id() const { return person.id(); }
  /// Sends a line; its answer is kept in `answers` under the line.
  void send(const PoolNode& to, const std::string& line) { send(to.id(), line); }
  void send(const sdk::Id& to, const std::string& line) {
    pool->send(to, line, [this, line](const sdk::Status& status) {
      answers.emplace(line, status);
      last = status;
    });
  }
  std::size_t peers() const {
    std::size_t count = 0;
    pool->each_peer([&](const sdk::Peer&) { ++count; });
    return count;
  }

  std::string endpoint;
  VirtualHost node;
  PlainCrypto plain{node};
  sdk::Crypto& crypto;
  Person person;
  MemoryTransport transport;
  std::optional<StaticRouting> routing;
  std::optional<messaging::SessionPool> pool;
  std::vector<std::string> heard;
  std::vector<sdk::Id> senders;
  std::multimap<std::string, sdk::Status> answers;
  sdk::Status last;
  int records = 0, onlines = 0, offlines = 0;
};

/// Two started nodes, `low` with the lower id, on one network.
struct PoolWorld {
  explicit PoolWorld(std::uint64_t seed = 1) : network(clock, seed) {
    a.emplace(clock, network, directory, static_cast<int>(seed % 100) * 2 + 1);
    b.emplace(clock, network, directory, static_cast<int>(seed % 100) * 2 + 2);
    a->start();
    b->start();
  }
  PoolNode& low() { return a->id() < b->id() ? *a : *b; }
  PoolNode& high() { return a->id() < b->id() ? *b : *a; }

  VirtualClock clock;
  MemoryNetwork network;
  StaticRouting::Directory directory;
  std::optional<PoolNode> a, b;
  using Lines = std::vector<std::string>;
};

}  // namespace p2pchat::test
