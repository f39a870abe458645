// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/method.hpp"

#include <p2pchat/bottle.hpp>

namespace p2pchat::isolation {

template <>
struct MethodsOf<sdk::Bottle>
    : Methods<&sdk::Bottle::cast, &sdk::Bottle::beach, &sdk::Bottle::mine, &sdk::Bottle::journey, &sdk::Bottle::open,
              &sdk::Bottle::answer, &sdk::Bottle::keep, &sdk::Bottle::release, &sdk::Bottle::cast_to,
              &sdk::Bottle::on_addressed, &sdk::Bottle::taken> {};

template <class Carrier>
class Forwarder<sdk::Bottle, Carrier> final : public Carrier {
  using B = sdk::Bottle;
  using Id = sdk::Id;
  using Done = sdk::StatusFn;
  using u32 = std::uint32_t;
  using Carrier::carry;

 public:
  using Carrier::Carrier;
  void cast(sdk::str body, u32 ttl_s, sdk::Fn<void(const sdk::Status&, const Id&)>&& done) override {
    carry(method<&B::cast>, body, ttl_s, std::move(done));
  }
  void beach(const sdk::Fn<void(const sdk::BottleView&)>& each) override { carry(method<&B::beach>, each); }
  void mine(const sdk::Fn<void(const sdk::BottleView&)>& each) override { carry(method<&B::mine>, each); }
  void journey(const Id& bottle, const sdk::Fn<void(const sdk::BottleStep&)>& each) override {
    carry(method<&B::journey>, bottle, each);
  }
  void open(const Id& bottle, Done&& done) override { carry(method<&B::open>, bottle, std::move(done)); }
  void answer(const Id& bottle, sdk::str text, Done&& done) override {
    carry(method<&B::answer>, bottle, text, std::move(done));
  }
  void keep(const Id& bottle, Done&& done) override { carry(method<&B::keep>, bottle, std::move(done)); }
  void release(const Id& bottle, Done&& done) override { carry(method<&B::release>, bottle, std::move(done)); }
  void cast_to(const Id& receiver, sdk::bytes sealed, u32 ttl_s, Done&& done) override {
    carry(method<&B::cast_to>, receiver, sealed, ttl_s, std::move(done));
  }
  void on_addressed(sdk::Fn<void(const Id&, const Id&, sdk::bytes)>&& f) override {
    carry(method<&B::on_addressed>, std::move(f));
  }
  void taken(const Id& bottle) override { carry(method<&B::taken>, bottle); }
};

}  // namespace p2pchat::isolation
