// SPDX-License-Identifier: MIT
#include "delivery.hpp"

#include <algorithm>

namespace p2pchat::messaging {

std::optional<sdk::State> next_state(sdk::State now, DeliveryEvent event) {
  using sdk::State;
  const bool waits = now == State::queued || now == State::sent;
  const auto when = [](bool holds, State next) { return holds ? std::optional(next) : std::nullopt; };
  switch (event) {
    case DeliveryEvent::left:
      return when(now == State::queued, State::sent);
    case DeliveryEvent::delivered:
      return when(waits || now == State::failed, State::delivered);
    case DeliveryEvent::read:
      return when(now != State::read, State::read);
    case DeliveryEvent::put_off:
      return when(waits, State::queued);
    case DeliveryEvent::rejected:
    case DeliveryEvent::given_up:
      return when(waits, State::failed);
    case DeliveryEvent::retried:
      return when(now == State::failed, State::queued);
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
