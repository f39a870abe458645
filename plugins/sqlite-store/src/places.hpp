// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>

namespace p2pchat::sqlite_store {

/// The distance between messages that arrive in order: leaves room for twenty halvings.
inline constexpr std::uint64_t slot = 1U << 20;
/// The largest gap of sequence numbers that keeps one slot free for each missing message. With it a conversation of
/// the worst sender still has room for 2^33 messages below 2^63.
inline constexpr std::uint64_t kept_gap = 1024;

/// The place of a message that stands last: one slot after the last one, and one more for each that is missing before
/// it (`highest` is the highest number so far of its sender).
inline std::uint64_t place_at_end(std::uint64_t last, std::uint64_t highest, std::uint64_t seq) {
  const auto step = seq > highest ? std::min(seq - highest, kept_gap) : 1;
  return last + slot * step;
}

/// The place of a message that comes late: `missing` slots before the one above, where it was kept free, else half way
/// to the one below. Nothing when there is no room between the two.
inline std::optional<std::uint64_t> place_between(std::uint64_t below, std::uint64_t above, std::uint64_t missing) {
  if (above - below < 2) return std::nullopt;
  const auto kept = missing <= kept_gap ? slot * missing : above;
  if (kept < above && above - kept > below) return above - kept;
  return below + (above - below) / 2;
}

}  // namespace p2pchat::sqlite_store
