// SPDX-License-Identifier: MIT
#include "bottle/hearing.hpp"

namespace p2pchat::bottle {

sdk::Status hear_all(sdk::Network& network, std::span<const Hearer> hearers) {
  for (const auto& [type, hear] : hearers) {
    const auto status =
        network.on_message(type, [hear](const sdk::Id& from, std::uint64_t, sdk::str text) { hear(from, text); });
    if (!status.ok()) return status;
  }
  return {};
}

}  // namespace p2pchat::bottle
