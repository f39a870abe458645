// SPDX-License-Identifier: MIT
#include "bottle.hpp"

#include "parts.hpp"

namespace p2pchat::bottle {

sdk::Status Bottle::start() {
  Settings settings;
  if (auto status = read_settings(host, settings); !status.ok()) return status;
  const auto around = around_of(host);
  if (!around) return {sdk::Errc::invalid, missing};
  auto parts = std::make_unique<Parts>(Surroundings{*around, settings, {}, {}});
  parts_ = parts.get();
  begin(*around, std::move(parts));
  return {};
}

Counters Bottle::counters() const { return parts_ ? parts_->shore.refusals.counters() : Counters{}; }

}  // namespace p2pchat::bottle
