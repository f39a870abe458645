// SPDX-License-Identifier: MIT
#pragma once
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace p2pchat::terminal_ui {

/// Cuts what comes in into lines. Memory is bounded: of a line that is too long nothing is kept.
class LineReader {
 public:
  /// Room for the longest text a message may have and a command before it.
  static constexpr std::size_t longest = std::size_t{65} * 1024;
  enum class Kind { line, too_long, not_utf8 };
  struct Input {
    Kind kind = Kind::line;
    std::string text;
  };

  void take(std::string_view octets);
  /// What came without a newline at the end counts as a line too.
  void end();
  /// The next line, without its newline or carriage return.
  std::optional<Input> next();

 private:
  void finish();
  std::string unfinished_;
  bool too_long_ = false;
  std::deque<Input> lines_;
};

}  // namespace p2pchat::terminal_ui
