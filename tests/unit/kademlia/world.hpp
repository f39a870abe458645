// SPDX-License-Identifier: MIT
#pragma once
#include "kademlia.hpp"
#include "support/contact_identity.hpp"
#include "support/datagram_network.hpp"

#include <p2pchat/tables.hpp>

namespace p2pchat::test {

using sdk::Id;

/// Tables that outlive the node that writes them.
class TestTables final : public sdk::Tables {
 public:
  using Octets = std::vector<std::uint8_t>;
  using Disk = std::map<std::pair<std::string, Octets>, Octets>;
  TestTables(VirtualHost& host, Disk& disk) : host_(host), disk_(disk) {}
  void put(sdk::str table, sdk::bytes key, sdk::bytes value, sdk::StatusFn&& done) noexcept override;
  void get(sdk::str, sdk::bytes, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&&) noexcept override {}
  void erase(sdk::str table, sdk::bytes key, sdk::StatusFn&& done) noexcept override;
  void scan(sdk::str table, sdk::bytes from, std::uint32_t limit, sdk::Fn<void(sdk::bytes, sdk::bytes)>&& each,
            sdk::StatusFn&& done) noexcept override;

 private:
  VirtualHost& host_;
  Disk& disk_;
};

/// One real plugin instance with everything around it; destroying it is a crash.
struct TestNode {
  struct Options {
    std::string endpoint{}, bootstrap{};
    std::uint64_t seed = 1;
    std::size_t delegation_size = 572;
    TestTables::Disk* disk = nullptr;
  };
  TestNode(DatagramNetwork& network, const Options& options);
  ~TestNode();

  const std::string endpoint;
  VirtualHost host;
  DatagramTransport transport;
  ContactCrypto crypto;
  ContactIdentity identity;
  TestTables::Disk own_disk;
  TestTables tables;
  kademlia::Kademlia routing{host};
  std::optional<sdk::Status> joined;  ///< how `join` ended

  const Id& id() const { return identity.id(); }
  void start();
  void join(const std::string& endpoints = {});
  std::size_t table_size();
};

/// Some nodes on one network and one clock.
struct World {
  explicit World(std::uint64_t seed = 1) : network(clock, seed) {}
  VirtualClock clock;
  DatagramNetwork network;
  std::vector<std::unique_ptr<TestNode>> nodes;

  /// The endpoint of the n-th node, each in a network of its own.
  static std::string endpoint(std::size_t number);
  TestNode& add(const std::string& bootstrap = {});
  TestNode& start(TestNode::Options options);
  /// `count` nodes that started one after the other, 100 ms apart, each joining through the first; settled.
  void grow(std::size_t count);
  /// Runs until a node has not heard of one in its table for over a minute, so that `locate` pings that one first.
  void let_age(TestNode& node, const Id& id);

  struct Found {
    sdk::Status status;
    std::vector<sdk::NodeEntry> nodes;
    std::uint64_t took_us = 0, datagrams = 0, bytes = 0;
  };
  Found closest(TestNode& from, const Id& key, std::uint32_t count = 3);
  Found locate(TestNode& from, const Id& id);
  struct Got {
    sdk::Status status;
    std::string value;
    std::uint64_t took_us = 0, datagrams = 0;
  };
  Got put(TestNode& from, const Id& key, const std::string& value, std::uint32_t ttl_s = 3600);
  Got get(TestNode& from, const Id& key);
  /// The ids that are really nearest a key, leaving out `asker`.
  std::vector<Id> nearest(const Id& key, std::size_t count, const TestNode& asker) const;
};

/// A pseudorandom id.
Id id_of(std::uint64_t number);

}  // namespace p2pchat::test
