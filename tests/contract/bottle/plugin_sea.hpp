// SPDX-License-Identifier: MIT
#pragma once
#include "bottle_contract.hpp"
#include "support/sea_node.hpp"

namespace p2pchat::test {

/// Nodes with one of our plugins.
template <class Plugin>
class PluginSea final : public BottleSea {
 public:
  explicit PluginSea(std::size_t nodes) {
    for (std::size_t i = 0; i < nodes; ++i) nodes_.push_back(std::make_unique<SeaNodeOf<Plugin>>(world_, i + 1));
  }
  VirtualClock& clock() override { return world_.clock; }
  sdk::Bottle& bottle(std::size_t node) override { return nodes_[node]->bottle(); }
  sdk::Id id(std::size_t node) const override { return nodes_[node]->id(); }
  std::vector<std::pair<std::string, sdk::Id>> events(std::size_t node) override { return nodes_[node]->events; }
  void crash(std::size_t node) override { nodes_[node]->crash(); }
  void boot(std::size_t node) override { nodes_[node]->boot(); }

 private:
  SeaWorld world_;
  std::vector<std::unique_ptr<SeaNodeOf<Plugin>>> nodes_;
};

/// One of our plugins under the contract.
template <class Plugin>
BottleCase plugin_case(const char* name) {
  return {name, [](std::size_t nodes) { return std::make_unique<PluginSea<Plugin>>(nodes); }};
}

}  // namespace p2pchat::test
