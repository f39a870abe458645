// SPDX-License-Identifier: MIT
// A routing that answers, shows and tells what makes no sense, or far too much of it.
#include <p2pchat/plugin.hpp>
#include <p2pchat/routing.hpp>

using namespace p2pchat::sdk;

/// Octets that would be read for years, where nothing is.
const bytes endless(nullptr, std::uint64_t{1} << 60);

Status without_end() {
  Status status(Errc::io, "x");
  std::memset(status.text, 'x', sizeof status.text);
  return status;
}

NodeEntry endpoint_without_end() {
  NodeEntry node;
  std::memset(node.endpoint, '1', sizeof node.endpoint);
  return node;
}

struct Babbler final : PluginOf<Babbler, Routing> {
  using PluginOf::PluginOf;
  Status start() override {
    host.after(1, [this] {
      host.publish("babble", {}, endless);
      host.log(Level::info, str(nullptr, 5));
    });
    return {};
  }
  void join(str, StatusFn&& done) override { done(without_end()); }
  void locate(const Id&, Fn<void(const Status&, const NodeEntry&)>&& done) override {
    done({}, endpoint_without_end());
  }
  void closest(const Id&, std::uint32_t n, NodesFn&& done) override { done({}, nullptr, n == 1 ? 1 : 4'000'000'000); }
  void known(const Id&, std::uint32_t, const Fn<void(const NodeEntry&)>& each) override {
    each(endpoint_without_end());
    each({{}, "192.0.2.1:1", 7});
  }
  void put(const Id&, bytes, std::uint32_t, StatusFn&& done) override {
    Status status;
    status.code = static_cast<Errc>(9999);
    done(status);
  }
  void get(const Id&, Fn<void(const Status&, bytes)>&& done) override { done({}, endless); }
  void table(const Fn<void(const NodeEntry&, std::uint32_t, std::uint32_t)>&) override {}
};
P2PCHAT_PLUGIN(Babbler, .id = "babbler", .name = "Babbler", .version = "1", .license = "MIT")
