// SPDX-License-Identifier: MIT
#pragma once
#include "text/language.hpp"

/// Times in words, in the time zone of the person (TZ). `now_ms` is the person's clock.
namespace p2pchat::wx_gui {

/// Hours and minutes: `14:05`.
std::string clock_text(std::uint64_t unix_ms);
/// Whether two times are on one day.
bool same_day(std::uint64_t a_ms, std::uint64_t b_ms);
/// For a date pill: Today, Yesterday, `Tuesday 24 November`, with the year when it is another.
std::string day_words(std::uint64_t unix_ms, std::uint64_t now_ms, const Language& language);
/// For a list: the clock today, then Yesterday, the weekday within a week, the date.
std::string list_time(std::uint64_t unix_ms, std::uint64_t now_ms, const Language& language);
/// How long: `2 hours`, `3 days`.
std::string span_words(std::uint64_t ms, const Language& language);
/// The hour of the day, 0 up to 24, with fractions.
double hour_of(std::uint64_t unix_ms);

}  // namespace p2pchat::wx_gui
