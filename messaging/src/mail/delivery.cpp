// SPDX-License-Identifier: MIT
#include "delivery.hpp"

#include <algorithm>

namespace p2pchat::messaging {

std::optional<sdk::State> next_state(sdk::State now, DeliveryEvent event) {
  using sdk::State;
  const bool waits = now == State::queued || now == State::sent;
  switch (event) {
    case DeliveryEvent::left:
      if (now == State::queued) return State::sent;
      break;
    case DeliveryEvent::delivered:
      if (waits || now == State::failed) return State::delivered;
      break;
    case DeliveryEvent::read:
      if (now != State::read) return State::read;
      break;
    case DeliveryEvent::put_off:
      if (waits) return State::queued;
      break;
    case DeliveryEvent::rejected:
    case DeliveryEvent::given_up:
      if (waits) return State::failed;
      break;
    case DeliveryEvent::retried:
      if (now == State::failed) return State::queued;
      break;
  }
  return std::nullopt;
}

bool may_pass(std::string_view reason) { return reason == "not-a-contact" || reason == "busy"; }

std::uint64_t retry_delay_ms(std::uint32_t failures, std::uint64_t first_ms, std::uint64_t dice) {
  constexpr std::uint64_t longest_ms = 5 * 60 * 1000;
  const auto delay = std::min(longest_ms, first_ms << std::min(failures, 20U));
  return delay - dice % (delay / 2 + 1);
}

}  // namespace p2pchat::messaging
