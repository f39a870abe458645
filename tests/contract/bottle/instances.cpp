// SPDX-License-Identifier: MIT
#include "bottle_contract.hpp"
#include "sea_node.hpp"

namespace p2pchat::test {
namespace {

class PluginSea final : public BottleSea {
 public:
  explicit PluginSea(std::size_t nodes) {
    for (std::size_t i = 0; i < nodes; ++i) nodes_.push_back(std::make_unique<SeaNode>(world_, i + 1));
  }
  VirtualClock& clock() override { return world_.clock; }
  sdk::Bottle& bottle(std::size_t node) override { return nodes_[node]->bottle(); }
  sdk::Id id(std::size_t node) const override { return nodes_[node]->id(); }
  std::vector<std::pair<std::string, sdk::Id>> events(std::size_t node) override { return nodes_[node]->events; }
  void crash(std::size_t node) override { nodes_[node]->crash(); }
  void boot(std::size_t node) override { nodes_[node]->boot(); }

 private:
  SeaWorld world_;
  std::vector<std::unique_ptr<SeaNode>> nodes_;
};

INSTANTIATE_TEST_SUITE_P(Bottles, BottleContract,
                         testing::Values(BottleCase{
                             "Plugin", [](std::size_t nodes) { return std::make_unique<PluginSea>(nodes); }}),
                         [](const auto& instance) { return instance.param.name; });

}  // namespace
}  // namespace p2pchat::test
