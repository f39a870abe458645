// SPDX-License-Identifier: MIT
#include "screen/editing.hpp"

namespace p2pchat::terminal_ui {
namespace {

/// The editing keys of Emacs and the shells.
bool edit_control(EditBuffer& text, char letter) {
  switch (letter) {
    case 'a':
      text.home();
      return true;
    case 'e':
      text.end();
      return true;
    case 'w':
      text.erase_word_left();
      return true;
    case 'u':
      text.erase_to_home();
      return true;
    case 'k':
      text.erase_to_end();
      return true;
    case 'd':
      text.erase_right();
      return true;
    default:
      return false;
  }
}

}  // namespace

bool edit(EditBuffer& text, const Key& key) {
  switch (key.code) {
    case Key::Code::text:
      text.insert(key.text);
      return true;
    case Key::Code::new_line:
      text.insert("\n");
      return true;
    case Key::Code::backspace:
      text.erase_left();
      return true;
    case Key::Code::erase:
      text.erase_right();
      return true;
    case Key::Code::left:
      text.left();
      return true;
    case Key::Code::right:
      text.right();
      return true;
    case Key::Code::word_left:
      text.word_left();
      return true;
    case Key::Code::word_right:
      text.word_right();
      return true;
    case Key::Code::home:
      text.home();
      return true;
    case Key::Code::end:
      text.end();
      return true;
    case Key::Code::control:
      return edit_control(text, key.letter);
    default:
      return false;
  }
}

}  // namespace p2pchat::terminal_ui
