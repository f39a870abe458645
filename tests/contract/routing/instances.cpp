// SPDX-License-Identifier: MIT
#include "lan_world.hpp"
#include "routing_contract.hpp"
#include "support/static_routing.hpp"
#include "world.hpp"

namespace p2pchat::test {
namespace {

class KademliaNetwork final : public RoutingNetwork {
 public:
  explicit KademliaNetwork(std::size_t nodes) {
    world_.grow(nodes);
    for (const auto& node : world_.nodes) ids_.push_back(node->id());
  }
  VirtualClock& clock() override { return world_.clock; }
  sdk::Routing& routing(std::size_t node) override { return world_.nodes[node]->routing; }
  sdk::Id id(std::size_t node) const override { return ids_[node]; }
  std::string endpoint(std::size_t node) const override { return World::endpoint(node); }
  void vanish(std::size_t node) override { world_.nodes[node].reset(); }

 private:
  World world_;
  std::vector<sdk::Id> ids_;
};

class LanNetwork final : public RoutingNetwork {
 public:
  explicit LanNetwork(std::size_t nodes) {
    world_.grow(nodes);
    for (const auto& node : world_.nodes) ids_.push_back(node->id());
  }
  VirtualClock& clock() override { return world_.clock; }
  sdk::Routing& routing(std::size_t node) override { return world_.nodes[node]->routing; }
  sdk::Id id(std::size_t node) const override { return ids_[node]; }
  std::string endpoint(std::size_t node) const override { return LanWorld::endpoint(node); }
  void vanish(std::size_t node) override { world_.nodes[node].reset(); }

 private:
  LanWorld world_;
  std::vector<sdk::Id> ids_;
};

class StaticNetwork final : public RoutingNetwork {
 public:
  explicit StaticNetwork(std::size_t nodes) {
    for (std::size_t i = 0; i < nodes; ++i) {
      directory_[id(i)] = endpoint(i);
      routings_.push_back(std::make_unique<StaticRouting>(host_, directory_, id(i)));
    }
  }
  VirtualClock& clock() override { return clock_; }
  sdk::Routing& routing(std::size_t node) override { return *routings_[node]; }
  sdk::Id id(std::size_t node) const override { return key_of(5000 + node); }
  std::string endpoint(std::size_t node) const override { return "192.0.2." + std::to_string(node) + ":12476"; }
  void vanish(std::size_t node) override { directory_.erase(id(node)); }

 private:
  VirtualClock clock_;
  VirtualHost host_{clock_};
  StaticRouting::Directory directory_;
  std::vector<std::unique_ptr<StaticRouting>> routings_;
};

template <class Network>
RoutingCase routing_case(const std::string& name) {
  return {name, [](std::size_t nodes) { return std::make_unique<Network>(nodes); }};
}

INSTANTIATE_TEST_SUITE_P(Routings, RoutingContract,
                         testing::Values(routing_case<KademliaNetwork>("Kademlia"), routing_case<LanNetwork>("Lan"),
                                         routing_case<StaticNetwork>("Static")),
                         [](const auto& instance) { return instance.param.name; });

}  // namespace
}  // namespace p2pchat::test
