// SPDX-License-Identifier: MIT
#include "screen/curses_keys.hpp"
#include "screen/grid.hpp"

#include <gtest/gtest.h>
#include <ncursesw/curses.h>

#undef erase
#undef move

namespace p2pchat::terminal_ui {
namespace {

TEST(Grid, CutsOffWhatDoesNotFit) {
  Grid grid(2, 6);
  EXPECT_EQ(grid.put(0, 0, "abcdefgh", Style::plain, 100), 6);
  EXPECT_EQ(grid.put(1, 1, "你好吗", Style::plain, 5), 4) << "half a character is not drawn";
  EXPECT_EQ(grid.put(2, 0, "below", Style::plain, 5) + grid.put(0, -1, "left", Style::plain, 5), 0);
  EXPECT_EQ(grid.line(0), "abcdef");
  EXPECT_EQ(grid.line(1), " 你好");
  EXPECT_EQ(grid.at(1, 1).width, 2);
  EXPECT_EQ(grid.at(1, 2).width, 0);
}

std::string keys(KeyReader& reader) {
  std::string text;
  reader.pause();
  while (const auto key = reader.next())
    text += key->is(Key::Code::text) ? "[" + key->text + "]"
                                     : "<" + std::to_string(static_cast<int>(key->code)) + key->letter + ">";
  return text;
}

std::string code(Key::Code code, char letter = 0) {
  return "<" + std::to_string(static_cast<int>(code)) + letter + ">";
}

TEST(KeyReader, GathersTypedCharactersIntoATextAndTellsKeysApart) {
  KeyReader reader;
  for (const wchar_t c : {L'h', L'你', L'\r'}) reader.character(c);
  reader.code(KEY_LEFT);
  reader.character(6);
  EXPECT_EQ(keys(reader), "[h你]" + code(Key::Code::enter) + code(Key::Code::left) + code(Key::Code::control, 'f'));
}

TEST(KeyReader, TakesAnEscapeBeforeACharacterForAlt) {
  KeyReader reader;
  for (const wchar_t c : {27, int('a'), 27, int('\r'), 27}) reader.character(c);
  EXPECT_EQ(keys(reader), code(Key::Code::alt, 'a') + code(Key::Code::new_line) + code(Key::Code::escape));
}

TEST(KeyReader, TakesAPasteAsOneTextThatSendsNothing) {
  KeyReader reader;
  reader.code(KEY_MAX + 1);
  for (const wchar_t c : {L'a', L'\r', L'b', L'\x1b'}) reader.character(c);
  EXPECT_EQ(keys(reader), "") << "it is not over yet";
  reader.code(KEY_MAX + 2);
  EXPECT_EQ(keys(reader), "[a\rb\x1b]");
}

}  // namespace
}  // namespace p2pchat::terminal_ui
