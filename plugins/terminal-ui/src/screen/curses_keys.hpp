// SPDX-License-Identifier: MIT
#pragma once
#include "screen/key.hpp"

#include <deque>
#include <optional>
#include <string>

namespace p2pchat::terminal_ui {

/// Tells ncurses of the keys that terminfo does not name: Alt and Ctrl with arrows, Alt-Enter, pasting.
void define_more_keys();

/// Turns what ncurses reads into keys: gathers typed characters into texts and what was pasted into one.
class KeyReader {
 public:
  /// One thing that `wget_wch` returned: a character, or a code above those of characters.
  void character(wchar_t c);
  void code(int code);
  /// Nothing more is there just now: an escape stands for itself.
  void pause();
  std::optional<Key> next();

 private:
  void add(Key key);
  void add_text(char32_t c);
  std::deque<Key> keys_;
  std::string pasted_;
  bool pasting_ = false, escaped_ = false;
};

}  // namespace p2pchat::terminal_ui
