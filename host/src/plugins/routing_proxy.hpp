// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/crossing.hpp"

namespace p2pchat::host {

/// `Routing` of one plugin as another sees it.
class RoutingProxy final : public ProxyOf<sdk::Routing, Tag::loop> {
  using R = sdk::Routing;
  using Entry = sdk::NodeEntry;

 public:
  using ProxyOf::ProxyOf;
  void join(str endpoints, sdk::StatusFn&& done) override {
    ask("Routing::join", std::move(done), &R::join, endpoints);
  }
  void locate(const Id& node, sdk::Fn<void(const Status&, const Entry&)>&& done) override {
    ask("Routing::locate", std::move(done), &R::locate, node);
  }
  void closest(const Id& key, u32 n, sdk::NodesFn&& done) override {
    ask("Routing::closest", std::move(done), &R::closest, key, n);
  }
  void known(const Id& key, u32 n, const sdk::Fn<void(const Entry&)>& each) override {
    (void)pass("Routing::known", &R::known, key, n, each);
  }
  void put(const Id& key, bytes record, u32 ttl_s, sdk::StatusFn&& done) override {
    ask("Routing::put", std::move(done), &R::put, key, record, ttl_s);
  }
  void get(const Id& key, sdk::Fn<void(const Status&, bytes)>&& done) override {
    ask("Routing::get", std::move(done), &R::get, key);
  }
  void table(const sdk::Fn<void(const Entry&, u32, u32)>& each) override {
    (void)pass("Routing::table", &R::table, each);
  }
};

}  // namespace p2pchat::host
