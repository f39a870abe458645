// SPDX-License-Identifier: MIT
#include "swarm.hpp"

#include <opendht/dhtrunner.h>

#include <memory>
#include <vector>

namespace dht_benchmark {
namespace {

dht::InfoHash hash_of(const Key& key) { return dht::InfoHash(key.data(), dht::InfoHash::size()); }
dht::InfoHash hash_of(std::uint32_t number) { return dht::InfoHash::get(value_of(number)); }

/// Nodes of OpenDHT as its program makes them, without limits on requests.
class OpenDht final : public Swarm {
 public:
  void prepare(std::size_t nodes) override { runners_.resize(nodes); }

  void start(std::size_t node, std::size_t bootstrap) override {
    dht::DhtRunner::Config config;
    config.threaded = true;
    config.dht_config.node_config.max_req_per_sec = -1;
    config.dht_config.node_config.max_peer_req_per_sec = -1;
    runners_[node] = std::make_unique<dht::DhtRunner>();
    const auto service = std::to_string(port);
    runners_[node]->run(address_of(node).c_str(), "", service.c_str(), config);
    if (bootstrap != node) runners_[node]->bootstrap(address_of(bootstrap), service);
  }

  std::size_t contacts(std::size_t node) override { return runners_[node]->getNodesStats(AF_INET).good_nodes; }

  void look_up(std::size_t node, const Key& key, Done done) override {
    runners_[node]->get(
        hash_of(key), [](const std::vector<std::shared_ptr<dht::Value>>&) { return true; },
        [done](bool ok, const std::vector<std::shared_ptr<dht::Node>>&) { done(ok); });
  }

  void put(std::size_t node, std::uint32_t number, Done done) override {
    const auto text = value_of(number);
    runners_[node]->put(hash_of(number), dht::Value(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()),
                        [done](bool ok, const std::vector<std::shared_ptr<dht::Node>>&) { done(ok); });
  }

  /// Goes on after the first value, as it does for those who listen to it.
  void get(std::size_t node, std::uint32_t number, Done found, Done ended) override {
    const auto is_found = std::make_shared<std::atomic<bool>>(false);
    runners_[node]->get(
        hash_of(number),
        [found, is_found](const std::vector<std::shared_ptr<dht::Value>>&) {
          *is_found = true;
          return found(true), true;
        },
        [ended, is_found](bool, const std::vector<std::shared_ptr<dht::Node>>&) { ended(*is_found); });
  }

 private:
  std::vector<std::unique_ptr<dht::DhtRunner>> runners_;
};

}  // namespace
}  // namespace dht_benchmark

int main() {
  return dht_benchmark::serve([] { return new dht_benchmark::OpenDht; });
}
