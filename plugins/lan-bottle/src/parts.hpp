// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/facade.hpp"
#include "finding.hpp"
#include "inbox.hpp"
#include "keeping.hpp"

namespace p2pchat::lan_bottle {

/// The parts of one node, in the order in which they need each other, and what is asked of each.
struct Parts final : Doer {
  Parts(const Around& around, const Settings& settings);
  void begin(const Id& me, sdk::bytes public_key, std::function<void(const sdk::Status&)> done) override;

  void cast(sdk::str body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const Id&)>&& done) override {
    throwing.cast(std::string(body), ttl_s, std::move(done));
  }
  void beach(const sdk::Fn<void(const sdk::BottleView&)>& each) override;
  void mine(const sdk::Fn<void(const sdk::BottleView&)>& each) override;
  void journey(const Id& bottle, const sdk::Fn<void(const sdk::BottleStep&)>& each) override;
  void open(const Id& bottle, sdk::StatusFn&& done) override { finding.open(bottle, std::move(done)); }
  void answer(const Id& bottle, sdk::str text, sdk::StatusFn&& done) override {
    finding.answer(bottle, text, std::move(done));
  }
  void keep(const Id& bottle, sdk::StatusFn&& done) override { finding.keep(bottle, std::move(done)); }
  void release(const Id& bottle, sdk::StatusFn&& done) override { finding.release(bottle, std::move(done)); }
  void cast_to(const Id& receiver, sdk::bytes sealed, std::uint32_t ttl_s, sdk::StatusFn&& done) override {
    throwing.cast_to(receiver, sealed, ttl_s, std::move(done));
  }
  void on_addressed(sdk::Fn<void(const Id&, const Id&, sdk::bytes)>&& f) override { inbox.listen(std::move(f)); }
  void taken(const Id& bottle) override { inbox.taken(bottle); }

  Pond pond;
  Throwing throwing{pond};
  Keeping keeping{pond};
  NewsDesk news{pond};
  Finding finding{pond, throwing, news};
  Inbox inbox{pond};

 private:
  sdk::Status listen();
  void go_on();
  void on_word(const Id& from, std::string_view text);
};

}  // namespace p2pchat::lan_bottle
