// SPDX-License-Identifier: MIT
#include "lan_bottle.hpp"

#include "parts.hpp"

namespace p2pchat::lan_bottle {

sdk::Status LanBottle::start() {
  Settings settings;
  if (auto status = read_settings(host, settings); !status.ok()) return status;
  const auto around = around_of(host);
  if (!around) return {sdk::Errc::invalid, missing};
  auto parts = std::make_unique<Parts>(*around, settings);
  parts_ = parts.get();
  begin(*around, std::move(parts));
  return {};
}

bottle::Counters LanBottle::counters() const { return parts_ ? parts_->pond.refusals.counters() : bottle::Counters{}; }

}  // namespace p2pchat::lan_bottle
