// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/counters.hpp"
#include "bottle/facade.hpp"

#include <p2pchat/plugin.hpp>

namespace p2pchat::lan_bottle {

struct Parts;

/// Bottles where everybody knows everybody: a note goes straight to the three nodes nearest to it, and lies there;
/// docs/protocol/lan-bottle.md has the bytes and the rules.
///
/// Settings: `throws_per_hour`, `sender_per_hour`, `beach_capacity`, `ttl_days`. Everything survives the process: a
/// record is durable before a word about it is said.
class LanBottle final : public sdk::PluginOf<LanBottle, bottle::Facade> {
 public:
  using PluginOf::PluginOf;
  sdk::Status start() override;
  void stop() noexcept override { end(); }
  /// What was taken and refused so far.
  bottle::Counters counters() const;

 private:
  Parts* parts_ = nullptr;  // the facade's
};

}  // namespace p2pchat::lan_bottle
