// SPDX-License-Identifier: MIT
#include "presentation/transcript_line.hpp"

#include <time.h>

#include <algorithm>

namespace p2pchat::presentation {

std::string stamp(std::uint64_t unix_ms) {
  constexpr std::uint64_t year_9999_s = 253'370'764'800;  // times come from the network: later ones are shown as that
  const auto seconds = static_cast<time_t>(std::min(unix_ms / 1000, year_9999_s));
  struct tm parts {};
  ::localtime_r(&seconds, &parts);
  char text[24];
  return {text, ::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &parts)};
}

std::string transcript_line(std::uint64_t unix_ms, std::string_view who, std::string_view text) {
  return "[" + stamp(unix_ms) + "] " + std::string(who) + ": " + std::string(text) + "\n";
}

}  // namespace p2pchat::presentation
