// SPDX-License-Identifier: MIT
#include "contract/routing/routing_contract.hpp"
#include "subject.hpp"
#include "support/contact_identity.hpp"
#include "support/datagram_network.hpp"
#include "support/memory_tables.hpp"

namespace p2pchat::conformance {
namespace {

/// Nodes of one local network, in virtual time: each an instance of the subject with everything around it. They join
/// one after the other through the first.
class SubjectNetwork final : public test::RoutingNetwork {
 public:
  explicit SubjectNetwork(std::size_t count) : network_(clock_, Subject::seed()) {
    for (std::size_t i = 0; i < count; ++i) {
      const auto& node = *nodes_.emplace_back(std::make_unique<Node>(*this, endpoint(i), Subject::seed() + i));
      ids_.push_back(node.identity.id());
      node.routing->join(i == 0 ? "" : endpoint(0), [](const sdk::Status&) {});
      clock_.run_for(100);
    }
    clock_.run_for(20'000);
  }
  test::VirtualClock& clock() override { return clock_; }
  sdk::Routing& routing(std::size_t node) override { return *nodes_[node]->routing; }
  sdk::Id id(std::size_t node) const override { return ids_[node]; }
  std::string endpoint(std::size_t node) const override { return "192.168.1." + std::to_string(node + 1) + ":12476"; }
  void vanish(std::size_t node) override { nodes_[node].reset(); }

 private:
  struct Node {
    Node(SubjectNetwork& world, const std::string& endpoint, std::uint64_t seed)
        : host(world.clock_, seed), transport(world.network_, endpoint), instance(world.subject_, host) {
      settle(host);
      host.provide<sdk::Transport>(transport);
      host.provide<sdk::Crypto>(crypto);
      host.provide<sdk::Identity>(identity);
      host.provide<sdk::Tables>(tables);
      instance.start();
      routing = &instance.get<sdk::Routing>();
    }
    ~Node() { host.drop_callbacks(); }
    test::VirtualHost host;
    test::DatagramTransport transport;
    test::ContactCrypto crypto{host};
    test::ContactIdentity identity{host, crypto};
    test::TablesDisk disk;
    test::MemoryTables tables{host, disk};
    Instance instance;
    sdk::Routing* routing = nullptr;
  };
  const Subject subject_;
  test::VirtualClock clock_;
  test::DatagramNetwork network_;
  std::vector<std::unique_ptr<Node>> nodes_;
  std::vector<sdk::Id> ids_;
};

std::vector<test::RoutingCase> routings() {
  if (!Subject().provides<sdk::Routing>()) return {};
  return {{"it", [](std::size_t nodes) { return std::make_unique<SubjectNetwork>(nodes); }}};
}

}  // namespace
}  // namespace p2pchat::conformance

namespace p2pchat::test {

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(RoutingContract);
INSTANTIATE_TEST_SUITE_P(Plugin, RoutingContract, testing::ValuesIn(conformance::routings()),
                         [](const auto& each) { return each.param.name; });

}  // namespace p2pchat::test
