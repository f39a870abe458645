// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>

namespace p2pchat::transport {

/// What a connection did when, in microseconds of one monotonic clock.
struct Activity {
  std::uint64_t opened_us = 0;
  std::uint64_t heard_us = 0;    ///< the last whole frame, 0 before the first
  std::uint64_t written_us = 0;  ///< the last octets the system took, or when octets began to wait
  std::uint64_t closing_us = 0;  ///< when this side asked for the end, 0 before
  bool inbound = false;
  bool waiting = false;  ///< octets wait to be written
};

/// Why a connection has to go, in words for its user; null while it may stay.
///
/// A stranger says something within 30 s; octets do not wait longer than 60 s for a reader; nothing at all for 15 min
/// is an end; one that closes has 10 s without progress for it.
const char* overdue(const Activity& activity, std::uint64_t now_us);

}  // namespace p2pchat::transport
