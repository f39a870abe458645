// SPDX-License-Identifier: MIT
#include <p2pchat/kit/distance.hpp>
#include <p2pchat/kit/greeter.hpp>

#include <sstream>

using namespace p2pchat::sdk;
using namespace p2pchat::kit;

/// Everybody knows everybody: a node greets the endpoints of its setting `peers` and those that their answers name, and
/// greets all again every ten seconds; who gives no answer is forgotten. For a few hundred nodes. Thread: [loop].
class MeshRouting final : public PluginOf<MeshRouting, Routing> {
 public:
  using PluginOf::PluginOf;

  Status start() override {
    OutTo peers(listed_);
    host.config("peers", peers);
    greeter_ = std::make_unique<Greeter>(
        host, [this](std::size_t most) { return some_endpoints(most); },
        [this](const std::string& from) { meet(from, 1); });
    host.get<Identity>()->self([this](const Status&, const Id& id, bytes) { me_ = id; });
    look_around();
    return {};
  }

  void join(str endpoints, StatusFn&& done) override {
    listed_ += '\n' + std::string(endpoints);
    meet_all(listed_);
    wait(std::move(done), 18);
  }

  void locate(const Id& id, Fn<void(const Status&, const NodeEntry&)>&& done) override {
    host.post([this, id, done = std::move(done)] {
      if (!done) return;
      const auto found = nearest(nodes(), id, 1);
      if (found.empty() || found[0].id != id) return done({Errc::not_found, "nobody of this id is in the mesh"}, {});
      done({}, found[0]);
    });
  }

  void closest(const Id& key, std::uint32_t n, NodesFn&& done) override {
    host.post([this, key, n, done = std::move(done)] {
      if (!done) return;
      if (n < 1 || n > 16) return done({Errc::invalid, "closest gives 1 to 16 nodes"}, nullptr, 0);
      const auto found = nearest(nodes(), key, n);
      done({}, found.data(), static_cast<std::uint32_t>(found.size()));
    });
  }

  void known(const Id& key, std::uint32_t n, const Fn<void(const NodeEntry&)>& each) override {
    for (const auto& node : nearest(nodes(), key, n)) each(node);
  }

  void put(const Id&, bytes, std::uint32_t, StatusFn&& done) override {
    if (done) host.post([done = std::move(done)] { done(no_records()); });
  }

  void get(const Id&, Fn<void(const Status&, bytes)>&& done) override {
    if (done) host.post([done = std::move(done)] { done(no_records(), {}); });
  }

  void table(const Fn<void(const NodeEntry&, std::uint32_t, std::uint32_t)>& each) override {
    const auto now_us = host.ticks_us();
    for (const auto& [endpoint, peer] : peers_)
      each(peer.node, shared_prefix(peer.node.id, me_),
           static_cast<std::uint32_t>((now_us - peer.proven_us) / 1'000'000));
  }

 private:
  struct Peer {
    NodeEntry node;
    std::uint64_t proven_us = 0;
  };
  static constexpr std::size_t most_peers = 500;

  static Status no_records() { return {Errc::unsupported, "mesh-routing finds nodes and keeps no records"}; }

  std::vector<NodeEntry> nodes() const {
    std::vector<NodeEntry> all;
    for (const auto& [endpoint, peer] : peers_) all.push_back(peer.node);
    return all;
  }

  void meet(const std::string& endpoint, int times) {
    if (!peers_.contains(endpoint) && peers_.size() < most_peers) greet(endpoint, times);
  }

  void meet_all(const std::string& endpoints) {
    std::istringstream lines(endpoints);
    for (std::string each; std::getline(lines, each);) meet(each, 3);
  }

  void greet(const std::string& endpoint, int times) {
    greeter_->greet(endpoint, times, [this, endpoint](const std::optional<NodeEntry>& node, std::string_view words) {
      if (!node) return void(peers_.erase(endpoint));
      std::erase_if(peers_, [&](const auto& each) { return each.second.node.id == node->id; });  // it may have moved
      peers_[node->endpoint] = {*node, host.ticks_us()};
      meet_all(std::string(words));
    });
  }

  void look_around() {
    meet_all(listed_);
    for (const auto& [endpoint, peer] : peers_)
      if (host.ticks_us() - peer.proven_us > 10'000'000) greet(endpoint, 3);
    host.after(1'000, [this] { look_around(); });
  }

  /// What an answer names: other endpoints each time, one a line.
  Octets some_endpoints(std::size_t most) {
    Octets lines;
    for (std::size_t i = 0; i < peers_.size(); ++i) {
      auto next = peers_.upper_bound(named_last_);
      if (next == peers_.end()) next = peers_.begin();
      if (lines.size() + next->first.size() + 1 > most) break;
      lines += next->first + '\n', named_last_ = next->first;
    }
    return lines;
  }

  /// Tells `done` once somebody is there, or after so many halves of a second.
  void wait(StatusFn done, int turns) {
    host.after(500, [this, turns, done = std::move(done)]() mutable {
      if (peers_.empty() && turns > 0) return wait(std::move(done), turns - 1);
      if (done) done(peers_.empty() ? Status(Errc::timed_out, "nobody answers; it goes on trying") : Status());
    });
  }

  std::string listed_, named_last_;
  std::map<std::string, Peer> peers_;  // by endpoint
  std::unique_ptr<Greeter> greeter_;
  Id me_;
};

P2PCHAT_PLUGIN(MeshRouting, .id = "mesh-routing", .name = "Full mesh", .version = "0.1.0", .license = "MIT",
               .dependencies = {needs<Transport>(), needs<Crypto>(), needs<Identity>()}, .settings = {"peers"})
