// SPDX-License-Identifier: MIT
#include "contract/bottle/bottle_contract.hpp"
#include "subject.hpp"
#include "support/fake_chat.hpp"
#include "support/memory_courier.hpp"
#include "support/memory_tables.hpp"
#include "support/plain_crypto.hpp"
#include "support/plain_identity.hpp"
#include "support/static_routing.hpp"

namespace p2pchat::conformance {
namespace {

/// What the nodes of a sea share.
struct Shared {
  const Subject subject;
  test::VirtualClock clock;
  test::MemoryCourier courier{clock};
  test::StaticRouting::Directory directory;
};

/// A node whose key and disk outlive its process.
class SubjectNode {
 public:
  SubjectNode(Shared& shared, std::uint64_t number)
      : shared_(shared), number_(number), own_host_(shared.clock, number) {
    sdk::Status why;
    auto* made = own_crypto_.generate(why);
    sdk::OutTo out(key_file_);
    (void)made->write("", out);
    id_ = test::PlainIdentity(own_host_, own_crypto_, made).id();
    boot();
  }
  ~SubjectNode() { crash(); }
  sdk::Bottle& bottle() { return *process_->bottle; }
  const sdk::Id& id() const { return id_; }
  const auto& events() const { return events_; }
  void boot() {
    events_.clear();
    shared_.directory[id_] = "192.0.2." + std::to_string(number_ % 250) + ":12476";
    process_ = std::make_unique<Process>(*this, Subject::seed() + number_ * 1000 + ++boots_);
    process_->host.subscribe("", [this](sdk::str topic, const sdk::Id& subject, sdk::bytes) {
      events_.emplace_back(std::string(topic), subject);
    });
    process_->instance.start();
  }
  void crash() {
    process_.reset();
    shared_.directory.erase(id_);
  }

 private:
  struct Process {
    Process(SubjectNode& node, std::uint64_t seed)
        : host(node.shared_.clock, seed),
          identity(host, crypto, node.key(crypto)),
          routing(host, node.shared_.directory, node.id_),
          network(node.shared_.courier, host, node.id_),
          tables(host, node.disk_),
          instance(node.shared_.subject, host),
          bottle(&instance.get<sdk::Bottle>()) {
      settle(host);
      host.provide<sdk::Crypto>(crypto);
      host.provide<sdk::Identity>(identity);
      host.provide<sdk::Routing>(routing);
      host.provide<sdk::Network>(network);
      host.provide<sdk::Tables>(tables);
      host.provide<sdk::Chat>(chat);
    }
    ~Process() { host.drop_callbacks(); }
    test::VirtualHost host;
    test::PlainCrypto crypto{host};
    test::PlainIdentity identity;
    test::StaticRouting routing;
    test::CourierNetwork network;
    test::MemoryTables tables;
    test::FakeChat chat{host};
    Instance instance;
    sdk::Bottle* bottle;
  };
  sdk::SecretKey* key(sdk::Crypto& crypto) const {
    sdk::Status why;
    return crypto.read(key_file_, "", why);
  }
  Shared& shared_;
  const std::uint64_t number_;
  std::uint64_t boots_ = 0;
  test::VirtualHost own_host_;
  test::PlainCrypto own_crypto_{own_host_};
  std::vector<std::uint8_t> key_file_;
  sdk::Id id_;
  test::TablesDisk disk_;
  std::vector<std::pair<std::string, sdk::Id>> events_;
  std::unique_ptr<Process> process_;
};

class SubjectSea final : public test::BottleSea {
 public:
  explicit SubjectSea(std::size_t nodes) {
    for (std::size_t i = 0; i < nodes; ++i) nodes_.push_back(std::make_unique<SubjectNode>(shared_, i + 1));
  }
  test::VirtualClock& clock() override { return shared_.clock; }
  sdk::Bottle& bottle(std::size_t node) override { return nodes_[node]->bottle(); }
  sdk::Id id(std::size_t node) const override { return nodes_[node]->id(); }
  std::vector<std::pair<std::string, sdk::Id>> events(std::size_t node) override { return nodes_[node]->events(); }
  void crash(std::size_t node) override { nodes_[node]->crash(); }
  void boot(std::size_t node) override { nodes_[node]->boot(); }

 private:
  Shared shared_;
  std::vector<std::unique_ptr<SubjectNode>> nodes_;
};

std::vector<test::BottleCase> bottles() {
  if (!Subject().provides<sdk::Bottle>()) return {};
  return {{"it", [](std::size_t nodes) { return std::make_unique<SubjectSea>(nodes); }}};
}

}  // namespace
}  // namespace p2pchat::conformance

namespace p2pchat::test {

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(BottleContract);
INSTANTIATE_TEST_SUITE_P(Plugin, BottleContract, testing::ValuesIn(conformance::bottles()),
                         [](const auto& each) { return each.param.name; });

}  // namespace p2pchat::test
