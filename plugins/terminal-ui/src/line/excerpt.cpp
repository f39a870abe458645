// SPDX-License-Identifier: MIT
#include "line/excerpt.hpp"

#include "presented.hpp"

namespace p2pchat::terminal_ui {

std::string indented(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    out += c;
    if (c == '\n') out += indent;
  }
  return out;
}

}  // namespace p2pchat::terminal_ui
