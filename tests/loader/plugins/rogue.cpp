// SPDX-License-Identifier: MIT
// Breaks the contract of Routing, each method in a way of its own.
#include <p2pchat/plugin.hpp>
#include <p2pchat/routing.hpp>

#include <stdexcept>
#include <thread>

using namespace p2pchat::sdk;

struct Rogue final : PluginOf<Rogue, Routing> {
  using PluginOf::PluginOf;
  // Answers twice.
  void join(str, StatusFn&& done) override {
    host.post([done = std::move(done)] {
      done({Errc::ok, "first"});
      done({Errc::io, "second"});
    });
  }
  // Never answers.
  void locate(const Id&, Fn<void(const Status&, const NodeEntry&)>&& done) override {
    auto forgotten = std::move(done);
  }
  // Answers on a thread of its own, with what it frees at once.
  void closest(const Id&, std::uint32_t, NodesFn&& done) override {
    std::thread([done = std::move(done)] {
      const std::vector<NodeEntry> nodes(3, NodeEntry{{}, "192.0.2.1:1", 7});
      done({}, nodes.data(), 3);
    }).join();
  }
  void known(const Id&, std::uint32_t, const Fn<void(const NodeEntry&)>&) override {
    throw std::runtime_error("known");
  }
  // Throws after it took the callback.
  void put(const Id&, bytes, std::uint32_t, StatusFn&& done) override {
    auto taken = std::move(done);
    throw std::runtime_error("the record is too beautiful");
  }
  // Answers from inside the call.
  void get(const Id&, Fn<void(const Status&, bytes)>&& done) override {
    const std::vector<std::uint8_t> record{1, 2, 3};
    done({}, record);
  }
  void table(const Fn<void(const NodeEntry&, std::uint32_t, std::uint32_t)>&) override {}
};
P2PCHAT_PLUGIN(Rogue, .id = "rogue", .name = "Rogue", .version = "1", .license = "MIT")
