// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace p2pchat::transport {

/// A frame carries one record: 256 KiB of plain text and what encryption adds.
inline constexpr std::uint32_t default_max_frame = 256 * 1024 + 64;

/// The largest datagram, in octets: what passes everywhere without being cut up.
inline constexpr std::size_t max_datagram = 1'200;

/// How far the loop may be behind before reading pauses, in octets; and how long one turn may hand things up before
/// other work of the loop gets its turn.
inline constexpr std::size_t inbox_limit = 1 << 20;
inline constexpr std::uint64_t turn_us = 5'000;

/// How large frames are and how much of them may wait.
struct Sizes {
  std::uint32_t max_frame = default_max_frame;  ///< 1 KiB to 16 MiB
  std::uint64_t queue_limit = 4 << 20;          ///< octets that may wait on one connection; more than a frame
};

/// A setting as it was written; empty when it was not.
std::string text_of(sdk::Host& host, std::string_view key);

/// Reads a number, which stays as it is when not set. Errors: `invalid`, naming the key and what it may be.
sdk::Status read_number(sdk::Host& host, std::string_view key, std::uint64_t least, std::uint64_t most,
                        std::uint64_t& number);

/// Reads `max_frame` and `queue_limit`. Errors: as above.
sdk::Status read_sizes(sdk::Host& host, Sizes& sizes);

}  // namespace p2pchat::transport
