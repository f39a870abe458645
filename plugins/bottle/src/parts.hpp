// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/facade.hpp"
#include "flow/collecting.hpp"
#include "flow/finding.hpp"
#include "flow/holding.hpp"
#include "flow/sending.hpp"
#include "flow/throwing.hpp"
#include "flow/upkeep.hpp"

namespace p2pchat::bottle {

/// The parts of one node's flow, in the order in which they need each other, and what is asked of each.
struct Parts final : Doer {
  explicit Parts(Surroundings surroundings);
  void begin(const Id& me, sdk::bytes public_key, std::function<void(const sdk::Status&)> done) override;

  void cast(sdk::str body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const Id&)>&& done) override {
    throwing.cast(body, ttl_s, std::move(done));
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
    sending.cast_to(receiver, sealed, ttl_s, std::move(done));
  }
  void on_addressed(sdk::Fn<void(const Id&, const Id&, sdk::bytes)>&& f) override { collecting.listen(std::move(f)); }
  void taken(const Id& bottle) override { collecting.taken(bottle); }

  Shore shore;
  Admission admission{shore};
  Mailbag mailbag{shore};
  Drifting drifting{shore, admission, mailbag};
  ResponseQueue queue{shore};
  Throwing throwing{shore, queue};
  Finding finding{shore, drifting, mailbag};
  Sending sending{shore};
  Collecting collecting{shore};
  Holding holding{shore};
  Upkeep upkeep{shore, queue};

 private:
  sdk::Status listen();
  void restore(Remembered& memory);
  void on_handled(const Id& from, std::string_view text);
};

}  // namespace p2pchat::bottle
