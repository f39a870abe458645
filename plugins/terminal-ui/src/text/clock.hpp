// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <string>

/// Times of messages in words, in the time zone of the person (TZ).
namespace p2pchat::terminal_ui {

/// Hours and minutes: `14:05`.
std::string clock_text(std::uint64_t unix_ms);
/// The day: `Tuesday 24 November 2026`.
std::string day_text(std::uint64_t unix_ms);
/// The day and the time: `2026-11-24 14:05`.
std::string date_text(std::uint64_t unix_ms);
/// How long: `12 s`, `5 min`, `3 h`, `2 d`.
std::string span_text(std::uint64_t seconds);
/// How long ago: `5 min ago`; what lies ahead by another's clock is `0 s ago`.
std::string ago_text(std::uint64_t then_ms, std::uint64_t now_ms);

}  // namespace p2pchat::terminal_ui
