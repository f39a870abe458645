// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace p2pchat::terminal_ui {

/// Cells of a text that a line about something else repeats.
inline constexpr int glance = 40;
/// What stands before every line of a text but the first.
inline constexpr std::string_view indent = "      ";

/// A text over several lines, made visible, none of which begins at the edge but the first.
std::string indented(std::string_view text);

}  // namespace p2pchat::terminal_ui
