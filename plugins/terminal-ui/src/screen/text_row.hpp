// SPDX-License-Identifier: MIT
#pragma once
#include "screen/grid.hpp"

#include <string>

namespace p2pchat::terminal_ui {

/// A line of a page that is only read.
struct TextRow {
  std::string text;
  Style style = Style::plain;
};

}  // namespace p2pchat::terminal_ui
