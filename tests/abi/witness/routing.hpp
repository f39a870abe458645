// SPDX-License-Identifier: MIT
#pragma once
#include "told.hpp"

#include <p2pchat/routing.hpp>

namespace p2pchat::witness {

/// A routing that tells what it was asked, and knows two nodes.
class Routing : public sdk::Routing {
 public:
  void join(sdk::str endpoints, sdk::StatusFn&& done) override { done(refused("Routing::join", endpoints)); }
  void locate(const sdk::Id& node, sdk::Fn<void(const sdk::Status&, const sdk::NodeEntry&)>&& done) override {
    done(refused("Routing::locate", node), entry(1));
  }
  void closest(const sdk::Id& key, std::uint32_t n, sdk::NodesFn&& done) override {
    const sdk::NodeEntry nodes[] = {entry(1), entry(2)};
    done(refused("Routing::closest", key, n), nodes, 2);
  }
  void known(const sdk::Id&, std::uint32_t n, const sdk::Fn<void(const sdk::NodeEntry&)>& each) override {
    for (std::uint32_t i = 0; i < n; ++i) each(entry(static_cast<std::uint8_t>(i)));
  }
  void put(const sdk::Id& key, sdk::bytes record, std::uint32_t ttl_s, sdk::StatusFn&& done) override {
    done(refused("Routing::put", key, record, ttl_s));
  }
  void get(const sdk::Id& key, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) override {
    done(refused("Routing::get", key), sdk::bytes::of("record"));
  }
  void table(const sdk::Fn<void(const sdk::NodeEntry&, std::uint32_t, std::uint32_t)>& each) override {
    each(entry(3), 33, 4'000'000'003);
  }

 protected:
  ~Routing() = default;

 private:
  static sdk::NodeEntry entry(std::uint8_t n) { return {id(n), "[2001:db8::1]:12476", 1000U + n}; }
};

/// A node as text.
inline std::string text_of(const sdk::NodeEntry& node) {
  return told("node", node.id, std::string_view(node.endpoint), node.rtt_ms);
}

}  // namespace p2pchat::witness
