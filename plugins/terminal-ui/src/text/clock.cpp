// SPDX-License-Identifier: MIT
#include "text/clock.hpp"

#include <time.h>

namespace p2pchat::terminal_ui {
namespace {

/// Times come from the network: what lies beyond the year 9999 is shown as that.
std::string formatted(std::uint64_t unix_ms, const char* format) {
  constexpr std::uint64_t year_9999_s = 253'370'764'800;
  const auto seconds = static_cast<time_t>(unix_ms / 1000 < year_9999_s ? unix_ms / 1000 : year_9999_s);
  struct tm parts {};
  ::localtime_r(&seconds, &parts);
  char text[64];
  return {text, ::strftime(text, sizeof text, format, &parts)};
}

}  // namespace

std::string clock_text(std::uint64_t unix_ms) { return formatted(unix_ms, "%H:%M"); }
std::string day_text(std::uint64_t unix_ms) { return formatted(unix_ms, "%A %-d %B %Y"); }
std::string date_text(std::uint64_t unix_ms) { return formatted(unix_ms, "%Y-%m-%d %H:%M"); }

std::string span_text(std::uint64_t seconds) {
  if (seconds < 60) return std::to_string(seconds) + " s";
  if (seconds < 3600) return std::to_string(seconds / 60) + " min";
  if (seconds < 86'400) return std::to_string(seconds / 3600) + " h";
  return std::to_string(seconds / 86'400) + " d";
}

std::string ago_text(std::uint64_t then_ms, std::uint64_t now_ms) {
  return span_text(now_ms > then_ms ? (now_ms - then_ms) / 1000 : 0) + " ago";
}

}  // namespace p2pchat::terminal_ui
