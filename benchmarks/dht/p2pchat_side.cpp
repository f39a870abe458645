// SPDX-License-Identifier: MIT
#include "ed25519_suite.hpp"
#include "kademlia.hpp"
#include "pooled_identity.hpp"
#include "socket_transport.hpp"
#include "suite.hpp"
#include "support/real_host.hpp"
#include "swarm.hpp"

#include <cstring>
#include <string_view>

namespace dht_benchmark {
namespace {

using namespace p2pchat;

/// The plugins of one node, as a profile without messaging would load them.
struct DhtNode {
  DhtNode(test::RealLoop& loop, test::RealLoop& workers, sdk::Crypto& crypto, sdk::SecretKey& key)
      : host(loop, &workers), identity(host, crypto, key) {
    host.set("map_ports", "false");
    host.provide<sdk::Crypto>(crypto);
    host.provide<sdk::Identity>(identity);
    host.provide<sdk::Transport>(transport);
  }
  test::RealHost host;
  PooledIdentity identity;
  socket_transport::SocketTransport transport{host};
  kademlia::Kademlia routing{host};
};

void must(const sdk::Status& status) {
  if (!status.ok()) give_up(status.text);
}

/// Our nodes on one loop, with one worker, as a practice sea has them.
class P2pChat final : public Swarm {
 public:
  P2pChat(std::unique_ptr<sdk::Crypto, void (*)(sdk::Crypto*)> crypto, const char* keys)
      : crypto_(std::move(crypto)), keys_folder_(keys) {}

  void prepare(std::size_t nodes) override {
    keys_ = keys_from(keys_folder_, nodes, *crypto_);
    for (const auto& key : keys_) nodes_.push_back(std::make_unique<DhtNode>(loop_, workers_, *crypto_, *key));
  }

  void start(std::size_t number, std::size_t bootstrap) override {
    auto& node = *nodes_[number];
    node.host.set("listen", endpoint(number));
    if (bootstrap != number) node.host.set("bootstrap", endpoint(bootstrap));
    loop_.call([&] {
      must(node.transport.start());
      must(node.routing.start());
      std::string bound;
      sdk::OutTo out(bound);
      must(node.transport.listen({}, out));
      node.routing.join({}, {});
    });
  }

  std::size_t contacts(std::size_t number) override {
    std::size_t count = 0;
    loop_.call([&] { nodes_[number]->routing.table([&](const auto&, std::uint32_t, std::uint32_t) { ++count; }); });
    return count;
  }

  void look_up(std::size_t number, const Key& key, Done done) override {
    sdk::Id id;
    std::memcpy(id.b, key.data(), sizeof id.b);
    loop_.post([&node = *nodes_[number], id, done] {
      node.routing.closest(
          id, 8, [done](const sdk::Status& status, const sdk::NodeEntry*, std::uint32_t) { done(status.ok()); });
    });
  }

  void put(std::size_t number, std::uint32_t value, Done done) override {
    loop_.post([this, &node = *nodes_[number], text = value_of(value), done] {
      node.routing.put(key_of(text), sdk::bytes::of(text), 3600,
                       [done](const sdk::Status& status) { done(status.ok()); });
    });
  }

  void get(std::size_t number, std::uint32_t value, Done found, Done ended) override {
    loop_.post([this, &node = *nodes_[number], text = value_of(value), found, ended] {
      node.routing.get(key_of(text), [text, found, ended](const sdk::Status& status, sdk::bytes record) {
        const bool ok = status.ok() && record.text() == text;
        if (ok) found(true);
        ended(ok);
      });
    });
  }

 private:
  static std::string endpoint(std::size_t number) { return address_of(number) + ":" + std::to_string(port); }
  sdk::Id key_of(const std::string& text) {
    sdk::Id key;
    must(crypto_->digest(sdk::bytes::of(text), key));
    return key;
  }

  std::unique_ptr<sdk::Crypto, void (*)(sdk::Crypto*)> crypto_;
  const char* keys_folder_;
  std::vector<OwnedKey> keys_;
  test::RealLoop loop_, workers_;
  std::vector<std::unique_ptr<DhtNode>> nodes_;
};

/// A suite that asks little work of those who make a contact key, which is done once a day and not measured here.
template <class Suite>
Swarm* swarm_with(test::RealHost& host, const char* keys) {
  host.set("delegation_work_bits", "4");
  auto suite = std::make_unique<Suite>(host);
  must(suite->start());
  return new P2pChat({suite.release(), [](sdk::Crypto* crypto) { static_cast<Suite*>(crypto)->destroy(); }}, keys);
}

}  // namespace
}  // namespace dht_benchmark

int main(int count, char** words) {
  using namespace dht_benchmark;
  if (count != 3) give_up("p2pchat_side rsa|ed25519 FOLDER-OF-KEYS");
  return serve([&]() -> Swarm* {  // both live as long as the process
    auto* loop = new p2pchat::test::RealLoop;
    auto* host = new p2pchat::test::RealHost(*loop);
    if (std::string_view(words[1]) == "rsa") return swarm_with<p2pchat::cipher::rsa_aes::Suite>(*host, words[2]);
    return swarm_with<p2pchat::cipher::ed25519::Suite>(*host, words[2]);
  });
}
