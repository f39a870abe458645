// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/method.hpp"

#include <p2pchat/routing.hpp>

namespace p2pchat::isolation {

template <>
struct MethodsOf<sdk::Routing>
    : Methods<&sdk::Routing::join, &sdk::Routing::locate, &sdk::Routing::closest, &sdk::Routing::known,
              &sdk::Routing::put, &sdk::Routing::get, &sdk::Routing::table> {};

template <class Carrier>
class Forwarder<sdk::Routing, Carrier> final : public Carrier {
  using R = sdk::Routing;
  using Id = sdk::Id;
  using Entry = sdk::NodeEntry;
  using u32 = std::uint32_t;
  using Carrier::carry;

 public:
  using Carrier::Carrier;
  void join(sdk::str endpoints, sdk::StatusFn&& done) override { carry(method<&R::join>, endpoints, std::move(done)); }
  void locate(const Id& node, sdk::Fn<void(const sdk::Status&, const Entry&)>&& done) override {
    carry(method<&R::locate>, node, std::move(done));
  }
  void closest(const Id& key, u32 n, sdk::NodesFn&& done) override {
    carry(method<&R::closest>, key, n, std::move(done));
  }
  void known(const Id& key, u32 n, const sdk::Fn<void(const Entry&)>& each) override {
    carry(method<&R::known>, key, n, each);
  }
  void put(const Id& key, sdk::bytes record, u32 ttl_s, sdk::StatusFn&& done) override {
    carry(method<&R::put>, key, record, ttl_s, std::move(done));
  }
  void get(const Id& key, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) override {
    carry(method<&R::get>, key, std::move(done));
  }
  void table(const sdk::Fn<void(const Entry&, u32, u32)>& each) override { carry(method<&R::table>, each); }
};

}  // namespace p2pchat::isolation
