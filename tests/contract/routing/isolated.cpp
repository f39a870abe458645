// SPDX-License-Identifier: MIT
#include "isolation/isolated_plugin.hpp"
#include "isolation/work.hpp"
#include "lan_routing.hpp"
#include "routing_contract.hpp"
#include "support/contact_identity.hpp"
#include "support/datagram_network.hpp"
#include "support/memory_tables.hpp"
#include "support/shared_time.hpp"

#include <p2pchat/tables.hpp>

#include <set>

namespace p2pchat::test {
namespace {

/// A node whose routing is in a process of its own, and everything around it.
class IsolatedNode {
 public:
  IsolatedNode(SharedTime& time, DatagramNetwork& network, const std::string& endpoint, std::uint64_t seed)
      : host_(time.clock(), seed), near_(time), transport_(network, endpoint) {
    near_.provide<sdk::Transport>(transport_);
    near_.provide<sdk::Crypto>(crypto_);
    near_.provide<sdk::Identity>(identity_);
    near_.provide<sdk::Tables>(tables_);
    stand_in_ = isolation::isolate(near_, {.program = "/proc/self/exe",
                                           .plugin = "it",
                                           .provides = {sdk::Routing::iid},
                                           .declared = {sdk::Transport::iid, sdk::Crypto::iid, sdk::Identity::iid}});
  }
  ~IsolatedNode() {
    stand_in_->stop();
    stand_in_->destroy();
    host_.drop_callbacks();
  }
  IsolatedNode(const IsolatedNode&) = delete;
  void start() {
    near_.await_worker();
    if (const auto status = stand_in_->start(); !status.ok()) throw std::runtime_error(status.text);
  }
  sdk::Routing& routing() { return *static_cast<sdk::Routing*>(stand_in_->query(sdk::Routing::iid)); }
  const sdk::Id& id() const { return identity_.id(); }

 private:
  VirtualHost host_;
  NearHost near_;
  DatagramTransport transport_;
  ContactCrypto own_crypto_{host_}, crypto_{near_};  // the latter is called by the worker alone
  ContactIdentity identity_{host_, own_crypto_};
  TablesDisk disk_;
  MemoryTables tables_{host_, disk_};
  sdk::Plugin* stand_in_ = nullptr;
};

/// Nodes of one network and one time, each of which began 100 ms after the one before and joined through the first.
class IsolatedNetwork final : public RoutingNetwork {
 public:
  explicit IsolatedNetwork(std::size_t count) : network_(clock_) {
    network_.min_latency_us = 1'000;
    network_.max_latency_us = 5'000;
    network_.tap = [this](Datagram& datagram) {
      time_.expect_in(network_.max_latency_us + 1);
      return !vanished_.contains(datagram.from);
    };
    for (std::size_t i = 0; i < count; ++i)
      nodes_.push_back(std::make_unique<IsolatedNode>(time_, network_, endpoint(i), i + 1));
    for (auto& node : nodes_) {
      ids_.push_back(node->id());
      node->start();
      node->routing().join(node == nodes_.front() ? "" : endpoint(0), [](const sdk::Status&) {});
      clock_.run_for(100);
    }
    clock_.run_for(10'000);
  }
  VirtualClock& clock() override { return clock_; }
  sdk::Routing& routing(std::size_t node) override {
    time_.expect_in(0);
    return nodes_[node]->routing();
  }
  sdk::Id id(std::size_t node) const override { return ids_[node]; }
  std::string endpoint(std::size_t node) const override { return "192.168.1." + std::to_string(node + 1) + ":12476"; }
  void vanish(std::size_t node) override {
    vanished_.insert(endpoint(node));
    nodes_[node].reset();
  }

 private:
  std::set<std::string> vanished_;
  VirtualClock clock_;
  DatagramNetwork network_;
  SharedTime time_{clock_};
  std::vector<std::unique_ptr<IsolatedNode>> nodes_;
  std::vector<sdk::Id> ids_;
};

INSTANTIATE_TEST_SUITE_P(Isolated, RoutingContract,
                         testing::Values(RoutingCase{
                             "Lan", [](std::size_t nodes) { return std::make_unique<IsolatedNetwork>(nodes); }}),
                         [](const auto& instance) { return instance.param.name; });

}  // namespace
}  // namespace p2pchat::test

int main(int argc, char** argv) {
  using namespace p2pchat;
  if (argc == 3 && std::string_view(argv[1]) == "worker") {
    std::unique_ptr<test::FarHost> host;
    return isolation::work(isolation::worker_descriptor, [&](sdk::Host& node, sdk::Status&) -> sdk::Plugin* {
      host = std::make_unique<test::FarHost>(node);
      return new lan_routing::LanRouting(*host);
    });
  }
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
