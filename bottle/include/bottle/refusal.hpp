// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <string_view>

namespace p2pchat::bottle {

/// Why a bottle, or what is said about one, is not taken; in the order in which a bottle is checked, then what only the
/// keeping can say.
enum class Refusal : std::uint8_t {
  none,
  peer_rate,        ///< whoever brings it brings too many
  oversized,        ///< over a limit of its form
  malformed,        ///< not a bottle
  expired,          ///< its time is over, or the sender's clock is far behind
  from_the_future,  ///< the sender's clock is far ahead, or mine behind
  too_long_lived,   ///< would live for more than 14 days
  forged_id,        ///< its id is not that of its time and body
  light_stamp,      ///< too little work in its stamp
  raised_gas,       ///< more gas than its token allows
  blocked,          ///< I blocked its sender
  seen,             ///< it was here before
  sender_quota,     ///< too many of this sender
  address_quota,    ///< too many from this address
  busy,             ///< too many in all, or a bound of mine is reached
  bad_key,          ///< the key is not its sender's
  bad_signature,    ///< its sender did not sign it
  beach_full,       ///< no room on the beach
  receiver_quota,   ///< no room for more addressed to its receiver
  off_course,       ///< its gas is spent, and this node is not near to it
};

inline constexpr std::size_t refusal_count = 20;

/// A word for logs and counters: `light-stamp`. Of `none` it is empty.
std::string_view word(Refusal refusal);

/// The word that `handled` tells: that of `busy` for `blocked`, because nobody learns whom I blocked.
std::string_view told_word(Refusal refusal);

}  // namespace p2pchat::bottle
