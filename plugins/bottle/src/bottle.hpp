// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/counters.hpp"
#include "bottle/facade.hpp"

#include <p2pchat/plugin.hpp>

namespace p2pchat::bottle {

struct Parts;

/// Drift bottles and addressed bottles; docs/protocol/bottle.md has the bytes and the rules.
///
/// Settings: `stamp_bits`, `throws_per_hour`, `sender_per_hour`, `address_per_hour`, `beach_capacity`, `ttl_days`.
/// Everything survives the process: a record is durable before a word about it is said or a leg leaves.
class Bottle final : public sdk::PluginOf<Bottle, Facade> {
 public:
  using PluginOf::PluginOf;
  sdk::Status start() override;
  void stop() noexcept override { end(); }
  /// What was taken and refused so far.
  Counters counters() const;

 private:
  Parts* parts_ = nullptr;  // the facade's
};

}  // namespace p2pchat::bottle
