// SPDX-License-Identifier: MIT
#include "screen/help_page.hpp"

#include "presented.hpp"
#include "screen/text_row.hpp"
#include "text/glyphs.hpp"
#include "text/wrap.hpp"

#include <wire/hex.hpp>

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

constexpr std::pair<std::string_view, std::string_view> keys[] = {
    {"F1 to F5", "help, chats, requests, network, search"},
    {"F6, F7", "the beach with others' bottles; the sea with mine"},
    {"Enter", "send, or do what the command says"},
    {"Alt-Enter", "a new line in the text"},
    {"Tab", "between the contacts and the text"},
    {"Alt-Up, Alt-Down", "the contact above, below"},
    {"Alt-A", "the next conversation with something unread"},
    {"PgUp, PgDn, Esc", "older, newer, back to the end"},
    {"Up, Down", "what was sent before"},
    {"Ctrl-F", "search in this conversation"},
    {"Ctrl-R", "try the newest failed message again"},
    {"Ctrl-X", "give up the newest message that waits"},
    {"Ctrl-W U K A E", "erase a word, to the start, to the end; go there"},
    {"n on F6, F7", "throw a bottle"},
    {"Enter on F6, F7", "open one; Esc closes it, Alt-Up and Alt-Down go on"},
    {"a k t c b on F6", "answer it, keep it, throw it back, chat, block who threw it"},
    {"c on F7", "chat with who found it; Up and Down choose whom"},
    {"Ctrl-L", "draw the screen again"},
    {"Ctrl-Q", "leave"},
};

void add_pair(std::vector<TextRow>& rows, std::string_view left, std::string_view right, int width) {
  const int indent = width < 60 ? 4 : 38;
  std::string first(left);
  if (width < 60) {
    rows.push_back({first, Style::strong});
    first.clear();
  }
  for (const auto& piece : wrap(right, std::max(8, width - indent))) {
    rows.push_back({padded(first, indent) + std::string(right.substr(piece.begin, piece.end - piece.begin))});
    first.clear();
  }
}

std::vector<TextRow> describe(const Me& me, int width) {
  std::vector<TextRow> rows;
  const auto add_wrapped = [&](std::string_view text) {
    for (const auto& piece : wrap(text, width))
      rows.push_back({std::string(text.substr(piece.begin, piece.end - piece.begin))});
  };
  rows.push_back({"Give this line to others", Style::accent});
  add_wrapped(me.invite.empty() ? "the key is being made" : visible_line(me.invite));
  rows.push_back({});
  rows.push_back({"They see me as", Style::accent});
  add_wrapped(me.name.empty() ? "nobody yet: /name NAME" : visible_line(me.name));
  rows.push_back({});
  rows.push_back({"Keys", Style::accent});
  for (const auto& [left, right] : keys) add_pair(rows, left, right, width);
  rows.push_back({});
  rows.push_back({"Commands, typed where texts are written", Style::accent});
  for (const auto& help : command_list())
    add_pair(rows, std::string(help.word) + " " + std::string(help.arguments), help.text, width);
  return rows;
}

}  // namespace

bool HelpPage::key(const Key& key) {
  if (key.is(Key::Code::up)) --top_;
  if (key.is(Key::Code::down)) ++top_;
  if (key.is(Key::Code::page_up)) top_ -= 10;
  if (key.is(Key::Code::page_down) || key.text == " ") top_ += 10;
  return !key.is(Key::Code::escape);
}

void HelpPage::draw(Grid& grid, const Rect& rect) {
  const auto rows = describe(desk_.me, std::max(8, rect.columns - 3));
  top_ = std::clamp(top_, 0, std::max(0, static_cast<int>(rows.size()) - rect.rows));
  for (int i = 0; i < rect.rows && top_ + i < static_cast<int>(rows.size()); ++i) {
    const auto& row = rows[static_cast<std::size_t>(top_ + i)];
    grid.put(rect.row + i, rect.column + 1, row.text, row.style, rect.columns - 2);
  }
}

}  // namespace p2pchat::terminal_ui
