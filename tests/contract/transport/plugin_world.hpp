// SPDX-License-Identifier: MIT
#pragma once
#include "real_time_world.hpp"

#include <gtest/gtest.h>

#include <map>

namespace p2pchat::test {

/// Instances of a transport, of class T, on one real loop, each with a host of its own.
template <class T>
class PluginWorld : public RealTimeWorld {
 public:
  using Settings = std::map<std::string, std::string>;
  explicit PluginWorld(Settings settings = {}) : settings_(std::move(settings)) {}
  ~PluginWorld() {
    while (!transports_.empty()) end(*transports_.begin()->first);
  }
  sdk::Transport& add() override {
    auto host = std::make_unique<RealHost>(loop);
    for (const auto& [key, value] : settings_) host->set(key, value);
    auto* transport = new T(*host);
    sdk::Status status;
    loop.call([&] { status = transport->start(); });
    EXPECT_TRUE(status.ok()) << status.text;
    transports_[transport] = {transport, std::move(host)};
    return *transport;
  }
  void end(sdk::Transport& transport) override {
    const auto found = transports_.find(&transport);
    loop.call([&] {
      found->second.transport->stop();
      found->second.host->drop_callbacks();
      found->second.transport->destroy();
    });
    transports_.erase(found);
  }

 private:
  struct Instance {
    T* transport = nullptr;
    std::unique_ptr<RealHost> host;
  };
  const Settings settings_;
  std::map<sdk::Transport*, Instance> transports_;
};

}  // namespace p2pchat::test
