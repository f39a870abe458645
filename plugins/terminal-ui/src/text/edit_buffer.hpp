// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace p2pchat::terminal_ui {

/// A text being typed and where the cursor stands in it. The cursor moves by graphemes.
///
/// Invariant: the text is valid UTF-8, at most `longest` octets, with no control characters but newline and tab.
class EditBuffer {
 public:
  // What is over 64 KiB is refused when it is sent, with the reason.
  static constexpr std::size_t longest = std::size_t{66} * 1024;
  const std::string& text() const { return text_; }
  std::size_t cursor() const { return cursor_; }
  bool empty() const { return text_.empty(); }

  /// Replaces the text; the cursor goes to its end.
  void set(std::string_view text);
  /// Puts text in at the cursor; what does not fit is left out, whole graphemes at a time.
  void insert(std::string_view text);
  void clear() { set({}); }
  void left();
  void right();
  void word_left();
  void word_right();
  /// To the beginning or the end of the line.
  void home();
  void end();
  /// To the row above or below, when the text is wrapped to this width; false at the first or last.
  bool up(int width);
  bool down(int width);
  void erase_left();
  void erase_right();
  void erase_word_left();
  void erase_to_end();
  void erase_to_home();

 private:
  bool move_row(int width, int by);
  void erase(std::size_t begin, std::size_t end);
  std::size_t line_begin() const;
  std::size_t line_end() const;
  std::string text_;
  std::size_t cursor_ = 0;
};

}  // namespace p2pchat::terminal_ui
