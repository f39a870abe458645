// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/counters.hpp"
#include "bottle/readiness.hpp"

#include <p2pchat/bottle.hpp>
#include <p2pchat/plugin.hpp>

#include <memory>

namespace p2pchat::lan_bottle {

/// Bottles where everybody knows everybody: a note goes straight to the three nodes nearest to it, and lies there;
/// docs/protocol/lan-bottle.md has the bytes and the rules.
///
/// Settings: `throws_per_hour`, `sender_per_hour`, `beach_capacity`, `ttl_days`. Everything survives the process: a
/// record is durable before a word about it is said.
class LanBottle final : public sdk::PluginOf<LanBottle, sdk::Bottle> {
 public:
  explicit LanBottle(sdk::Host& h);
  ~LanBottle();
  sdk::Status start() override;
  void stop() noexcept override;

  void cast(sdk::str body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&& done) override;
  void beach(const sdk::Fn<void(const sdk::BottleView&)>& each) override;
  void mine(const sdk::Fn<void(const sdk::BottleView&)>& each) override;
  void journey(const sdk::Id& bottle, const sdk::Fn<void(const sdk::BottleStep&)>& each) override;
  void open(const sdk::Id& bottle, sdk::StatusFn&& done) override;
  void answer(const sdk::Id& bottle, sdk::str text, sdk::StatusFn&& done) override;
  void keep(const sdk::Id& bottle, sdk::StatusFn&& done) override;
  void release(const sdk::Id& bottle, sdk::StatusFn&& done) override;
  void cast_to(const sdk::Id& receiver, sdk::bytes sealed, std::uint32_t ttl_s, sdk::StatusFn&& done) override;
  void on_addressed(sdk::Fn<void(const sdk::Id&, const sdk::Id&, sdk::bytes)>&& f) override;
  void taken(const sdk::Id& bottle) override;

  /// What was taken and refused so far.
  bottle::Counters counters() const;

 private:
  struct Parts;
  void begin(const sdk::Id& me, sdk::bytes public_key);

  std::unique_ptr<Parts> parts_;
  bottle::Readiness readiness_{host};
};

}  // namespace p2pchat::lan_bottle
