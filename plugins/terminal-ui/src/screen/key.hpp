// SPDX-License-Identifier: MIT
#pragma once
#include <string>

namespace p2pchat::terminal_ui {

/// A key, or a piece of text that was typed or pasted.
struct Key {
  enum class Code {
    text,
    enter,
    new_line,  ///< Alt-Enter
    tab,
    back_tab,
    escape,
    backspace,
    erase,
    left,
    right,
    up,
    down,
    word_left,
    word_right,
    home,
    end,
    page_up,
    page_down,
    previous,  ///< Alt-Up
    next,      ///< Alt-Down
    function,  ///< F1 and so on, in `number`
    control,   ///< Ctrl with a letter, in `letter`
    alt        ///< Alt with a letter, in `letter`
  };
  Code code = Code::text;
  std::string text;
  int number = 0;
  char letter = 0;

  static Key of(Code code) { return {code, {}, 0, 0}; }
  static Key typed(std::string text) { return {Code::text, std::move(text), 0, 0}; }
  static Key function(int number) { return {Code::function, {}, number, 0}; }
  static Key control(char letter) { return {Code::control, {}, 0, letter}; }
  static Key alt(char letter) { return {Code::alt, {}, 0, letter}; }
  bool is(Code wanted) const { return code == wanted; }
  bool is_control(char wanted) const { return code == Code::control && letter == wanted; }
  bool is_alt(char wanted) const { return code == Code::alt && letter == wanted; }
};

}  // namespace p2pchat::terminal_ui
