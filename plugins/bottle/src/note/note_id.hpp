// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/hash.hpp"

namespace p2pchat::bottle {

/// Whether a time is written with 13 digits, so that time and body cannot be cut apart elsewhere.
constexpr bool is_note_time(std::uint64_t ms) { return ms >= 1'000'000'000'000 && ms <= 9'999'999'999'999; }

/// What names a bottle: SHA-256 of its time in 13 decimal digits, then its body as it travels.
Id note_id(sdk::Crypto& crypto, std::uint64_t time_ms, std::string_view body);

}  // namespace p2pchat::bottle
