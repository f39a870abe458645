// SPDX-License-Identifier: MIT
#include "text/time_words.hpp"

#include <time.h>

#include <cstdio>

namespace p2pchat::wx_gui {
namespace {

constexpr std::uint64_t minute_ms = 60'000, hour_ms = 60 * minute_ms, day_ms = 24 * hour_ms;

/// Times come from the network: what lies beyond the year 9999 is shown as that.
struct tm parts_of(std::uint64_t unix_ms) {
  constexpr std::uint64_t year_9999_s = 253'370'764'800;
  const auto seconds = static_cast<time_t>(unix_ms / 1000 < year_9999_s ? unix_ms / 1000 : year_9999_s);
  struct tm parts {};
  ::localtime_r(&seconds, &parts);
  return parts;
}

bool same(const struct tm& a, const struct tm& b) { return a.tm_year == b.tm_year && a.tm_yday == b.tm_yday; }

bool yesterday(const struct tm& day, std::uint64_t now_ms) {
  auto before = parts_of(now_ms);
  before.tm_mday -= 1;
  before.tm_hour = 12;  // far from where clocks are put forward or back
  before.tm_isdst = -1;
  const auto noon = ::mktime(&before);
  return noon >= 0 && same(day, parts_of(static_cast<std::uint64_t>(noon) * 1000));
}

std::string weekday(int number, const Language& language) {
  switch (number) {
    case 0:
      return language.say("Sunday");
    case 1:
      return language.say("Monday");
    case 2:
      return language.say("Tuesday");
    case 3:
      return language.say("Wednesday");
    case 4:
      return language.say("Thursday");
    case 5:
      return language.say("Friday");
    default:
      return language.say("Saturday");
  }
}

std::string month(int number, const Language& language) {
  switch (number) {
    case 0:
      return language.say("January");
    case 1:
      return language.say("February");
    case 2:
      return language.say("March");
    case 3:
      return language.say("April");
    case 4:
      return language.say("May");
    case 5:
      return language.say("June");
    case 6:
      return language.say("July");
    case 7:
      return language.say("August");
    case 8:
      return language.say("September");
    case 9:
      return language.say("October");
    case 10:
      return language.say("November");
    default:
      return language.say("December");
  }
}

std::string formatted(const struct tm& parts, const char* format) {
  char text[64];
  return {text, ::strftime(text, sizeof text, format, &parts)};
}

}  // namespace

std::string clock_text(std::uint64_t unix_ms) { return formatted(parts_of(unix_ms), "%H:%M"); }

bool same_day(std::uint64_t a_ms, std::uint64_t b_ms) { return same(parts_of(a_ms), parts_of(b_ms)); }

std::string day_words(std::uint64_t unix_ms, std::uint64_t now_ms, const Language& language) {
  const auto day = parts_of(unix_ms), today = parts_of(now_ms);
  if (same(day, today)) return language.say("Today");
  if (yesterday(day, now_ms)) return language.say("Yesterday");
  const auto pattern = day.tm_year == today.tm_year ? language.say("{weekday} {day} {month}")
                                                    : language.say("{weekday} {day} {month} {year}");
  return fill(pattern, {{"weekday", weekday(day.tm_wday, language)},
                        {"day", std::to_string(day.tm_mday)},
                        {"month", month(day.tm_mon, language)},
                        {"year", std::to_string(day.tm_year + 1900)}});
}

std::string list_time(std::uint64_t unix_ms, std::uint64_t now_ms, const Language& language) {
  if (unix_ms == 0) return {};
  const auto day = parts_of(unix_ms);
  if (same(day, parts_of(now_ms))) return clock_text(unix_ms);
  if (yesterday(day, now_ms)) return language.say("Yesterday");
  if (unix_ms < now_ms && now_ms - unix_ms < 6 * day_ms) return weekday(day.tm_wday, language);
  return formatted(day, "%Y-%m-%d");
}

std::string span_words(std::uint64_t ms, const Language& language) {
  if (ms < minute_ms) return language.say("just now");
  if (ms < hour_ms) return language.count("{n} minute", "{n} minutes", ms / minute_ms);
  if (ms < day_ms) return language.count("{n} hour", "{n} hours", ms / hour_ms);
  return language.count("{n} day", "{n} days", ms / day_ms);
}

double hour_of(std::uint64_t unix_ms) {
  const auto parts = parts_of(unix_ms);
  return parts.tm_hour + parts.tm_min / 60.0;
}

}  // namespace p2pchat::wx_gui
