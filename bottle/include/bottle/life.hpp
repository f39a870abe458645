// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/refusal.hpp"

namespace p2pchat::bottle {

/// Longest time between a bottle's time and its expiry, and how far ahead of mine a sender's clock may be.
inline constexpr std::uint64_t longest_life_ms = 14ull * 24 * 3600 * 1000, clock_leeway_ms = 3600 * 1000;

/// How long after its expiry a bottle's creator still takes answers.
inline constexpr std::uint64_t answers_for_ms = 24ull * 3600 * 1000;

/// Whether a bottle of these times may live now: `none`, `expired`, `from_the_future` or `too_long_lived`.
constexpr Refusal check_life(std::uint64_t time_ms, std::uint64_t expiry_ms, std::uint64_t now_ms) {
  if (expiry_ms <= now_ms) return Refusal::expired;
  if (time_ms > now_ms + clock_leeway_ms) return Refusal::from_the_future;
  if (expiry_ms > time_ms + longest_life_ms) return Refusal::too_long_lived;
  return Refusal::none;
}

}  // namespace p2pchat::bottle
