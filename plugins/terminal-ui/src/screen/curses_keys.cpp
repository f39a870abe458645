// SPDX-License-Identifier: MIT
#include "screen/curses_keys.hpp"

#include "presented.hpp"

#define NCURSES_NOMACROS  // its macros are called erase, move, echo
#include <ncursesw/curses.h>

#include <algorithm>
#include <utility>

namespace p2pchat::terminal_ui {
namespace {

enum Extra { paste_begin = KEY_MAX + 1, paste_end, alt_enter, alt_up, alt_down, word_left, word_right };

struct Sequence {
  const char* text;
  Extra code;
};
// As xterm and those that follow it send them (XTerm Control Sequences, PC-style function keys).
constexpr Sequence sequences[] = {
    {"\x1b[200~", paste_begin},
    {"\x1b[201~", paste_end},
    {"\x1b\r", alt_enter},
    {"\x1b\n", alt_enter},
    {"\x1b[1;3A", alt_up},
    {"\x1b[1;3B", alt_down},
    {"\x1b\x1b[A", alt_up},
    {"\x1b\x1b[B", alt_down},
    {"\x1b[1;5D", word_left},
    {"\x1b[1;5C", word_right},
    {"\x1b[1;3D", word_left},
    {"\x1b[1;3C", word_right},
    {"\x1b"
     "b",
     word_left},
    {"\x1b"
     "f",
     word_right},
};

struct Named {
  int code;
  Key::Code key;
};
constexpr Named named[] = {
    {KEY_ENTER, Key::Code::enter},     {KEY_BTAB, Key::Code::back_tab},     {KEY_BACKSPACE, Key::Code::backspace},
    {KEY_DC, Key::Code::erase},        {KEY_LEFT, Key::Code::left},         {KEY_RIGHT, Key::Code::right},
    {KEY_UP, Key::Code::up},           {KEY_DOWN, Key::Code::down},         {KEY_HOME, Key::Code::home},
    {KEY_END, Key::Code::end},         {KEY_PPAGE, Key::Code::page_up},     {KEY_NPAGE, Key::Code::page_down},
    {alt_enter, Key::Code::new_line},  {alt_up, Key::Code::previous},       {alt_down, Key::Code::next},
    {word_left, Key::Code::word_left}, {word_right, Key::Code::word_right},
};

}  // namespace

void define_more_keys() {
  for (const auto& sequence : sequences) ::define_key(sequence.text, sequence.code);
}

void KeyReader::add(Key key) {
  escaped_ = false;
  keys_.push_back(std::move(key));
}

void KeyReader::add_text(char32_t c) {
  if (keys_.empty() || !keys_.back().is(Key::Code::text)) keys_.push_back(Key::typed({}));
  append(keys_.back().text, c);
}

void KeyReader::code(int code) {
  if (code == paste_begin) {
    pasting_ = true;
  } else if (code == paste_end) {
    pasting_ = false;
    add(Key::typed(std::exchange(pasted_, {})));
  } else if (code >= KEY_F(1) && code <= KEY_F(12)) {
    add(Key::function(code - KEY_F0));
  } else if (const auto* found = std::ranges::find(named, code, &Named::code); found != std::end(named)) {
    add(Key::of(found->key));
  }
}

void KeyReader::character(wchar_t c) {
  if (pasting_) return append(pasted_, static_cast<char32_t>(c));
  if (std::exchange(escaped_, false)) {
    if (c == '\r' || c == '\n') return add(Key::of(Key::Code::new_line));
    if (c >= 'a' && c <= 'z') return add(Key::alt(static_cast<char>(c)));
    if (c >= '1' && c <= '7') return add(Key::function(static_cast<int>(c - '0')));
    add(Key::of(Key::Code::escape));
  }
  switch (c) {
    case 27:
      escaped_ = true;
      return;
    case '\r':
    case '\n':
      return add(Key::of(Key::Code::enter));
    case '\t':
      return add(Key::of(Key::Code::tab));
    case 8:
    case 127:
      return add(Key::of(Key::Code::backspace));
    default:
      if (c > 0 && c <= 26) return add(Key::control(static_cast<char>('a' + c - 1)));
      if (c >= 32) add_text(static_cast<char32_t>(c));
  }
}

void KeyReader::pause() {
  if (escaped_) add(Key::of(Key::Code::escape));
}

std::optional<Key> KeyReader::next() {
  if (keys_.empty()) return std::nullopt;
  auto key = std::move(keys_.front());
  keys_.pop_front();
  return key;
}

}  // namespace p2pchat::terminal_ui
