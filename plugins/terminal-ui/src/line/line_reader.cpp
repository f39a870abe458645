// SPDX-License-Identifier: MIT
#include "line/line_reader.hpp"

#include "wire/json.hpp"

#include <algorithm>
#include <utility>

namespace p2pchat::terminal_ui {

void LineReader::take(std::string_view octets) {
  while (!octets.empty()) {
    const auto newline = octets.find('\n');
    const auto piece = octets.substr(0, newline);
    if (unfinished_.size() + piece.size() > longest) {
      too_long_ = true;
      unfinished_.clear();
    }
    if (!too_long_) unfinished_ += piece;
    if (newline == octets.npos) return;
    finish();
    octets.remove_prefix(newline + 1);
  }
}

void LineReader::end() {
  if (too_long_ || !unfinished_.empty()) finish();
}

void LineReader::finish() {
  auto text = std::exchange(unfinished_, {});
  if (std::exchange(too_long_, false)) return lines_.push_back({Kind::too_long, {}});
  if (text.ends_with('\r')) text.pop_back();
  if (!wire::is_utf8(text)) return lines_.push_back({Kind::not_utf8, {}});
  lines_.push_back({Kind::line, std::move(text)});
}

std::optional<LineReader::Input> LineReader::next() {
  if (lines_.empty()) return std::nullopt;
  auto input = std::move(lines_.front());
  lines_.pop_front();
  return input;
}

}  // namespace p2pchat::terminal_ui
