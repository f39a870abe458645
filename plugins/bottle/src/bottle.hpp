// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/counters.hpp"
#include "bottle/readiness.hpp"

#include <p2pchat/bottle.hpp>
#include <p2pchat/plugin.hpp>

#include <memory>

namespace p2pchat::bottle {

/// Drift bottles and addressed bottles; docs/protocol/bottle.md has the bytes and the rules.
///
/// Settings: `stamp_bits`, `throws_per_hour`, `sender_per_hour`, `address_per_hour`, `beach_capacity`, `ttl_days`.
/// Everything survives the process: a record is durable before a word about it is said or a leg leaves.
class Bottle final : public sdk::PluginOf<Bottle, sdk::Bottle> {
 public:
  explicit Bottle(sdk::Host& h);
  ~Bottle();
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
  Counters counters() const;

 private:
  struct Parts;
  void begin(const sdk::Id& me, sdk::bytes public_key);

  std::unique_ptr<Parts> parts_;
  Readiness readiness_{host};
};

}  // namespace p2pchat::bottle
