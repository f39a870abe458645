// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/crossing.hpp"

#include <p2pchat/bottle.hpp>

namespace p2pchat::host {

/// `Bottle` of one plugin as another sees it.
class BottleProxy final : public ProxyOf<sdk::Bottle, Tag::loop> {
  using B = sdk::Bottle;
  using Done = sdk::StatusFn;

 public:
  using ProxyOf::ProxyOf;
  void cast(str body, u32 ttl_s, sdk::Fn<void(const Status&, const Id&)>&& done) override {
    ask("Bottle::cast", std::move(done), &B::cast, body, ttl_s);
  }
  void beach(const sdk::Fn<void(const sdk::BottleView&)>& each) override {
    (void)pass("Bottle::beach", &B::beach, each);
  }
  void mine(const sdk::Fn<void(const sdk::BottleView&)>& each) override { (void)pass("Bottle::mine", &B::mine, each); }
  void journey(const Id& bottle, const sdk::Fn<void(const sdk::BottleStep&)>& each) override {
    (void)pass("Bottle::journey", &B::journey, bottle, each);
  }
  void open(const Id& bottle, Done&& done) override { ask("Bottle::open", std::move(done), &B::open, bottle); }
  void answer(const Id& bottle, str text, Done&& done) override {
    ask("Bottle::answer", std::move(done), &B::answer, bottle, text);
  }
  void keep(const Id& bottle, Done&& done) override { ask("Bottle::keep", std::move(done), &B::keep, bottle); }
  void release(const Id& bottle, Done&& done) override { ask("Bottle::release", std::move(done), &B::release, bottle); }
  void cast_to(const Id& receiver, bytes sealed, u32 ttl_s, Done&& done) override {
    ask("Bottle::cast_to", std::move(done), &B::cast_to, receiver, sealed, ttl_s);
  }
  void on_addressed(sdk::Fn<void(const Id&, const Id&, bytes)>&& f) override {
    hear("Bottle::on_addressed", std::move(f), &B::on_addressed);
  }
  void taken(const Id& bottle) override { (void)pass("Bottle::taken", &B::taken, bottle); }
};

}  // namespace p2pchat::host
