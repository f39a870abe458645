// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace p2pchat::presentation {

/// A time for those who read it elsewhere: `2026-11-30 09:41`, in the time zone of the person (TZ).
std::string stamp(std::uint64_t unix_ms);
/// A message as it stands in a text: `[2026-11-30 09:41] 小明: …`, with a newline at the end.
std::string transcript_line(std::uint64_t unix_ms, std::string_view who, std::string_view text);

}  // namespace p2pchat::presentation
