// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/store.hpp>

#include <optional>
#include <string_view>

namespace p2pchat::messaging {

/// What can happen to an outgoing message.
enum class DeliveryEvent {
  left,       ///< its line has left this process
  delivered,  ///< the receiver's store has it
  read,       ///< a person has seen it
  put_off,    ///< refused for now: it waits
  rejected,   ///< refused for good
  given_up,   ///< cancelled, or its receiver was blocked or removed
  retried     ///< a person wants it sent again
};

/// The state that follows, or nothing when nothing changes. A message only falls back by `put_off` and `retried`; what
/// the receiver has is never failed, and a failed message that arrived after all is delivered.
std::optional<sdk::State> next_state(sdk::State now, DeliveryEvent event);

/// Whether a refusal with this reason may pass, so that the message waits instead of failing.
bool may_pass(std::string_view reason);

/// Milliseconds to the next attempt after `failures` in a row: doubled each time, from `first_ms` to five minutes, and
/// spread over the upper half of that by `dice`, a random number, so that many senders do not come at once.
std::uint64_t retry_delay_ms(std::uint32_t failures, std::uint64_t first_ms, std::uint64_t dice);

}  // namespace p2pchat::messaging
