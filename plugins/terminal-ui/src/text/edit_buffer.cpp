// SPDX-License-Identifier: MIT
#include "text/edit_buffer.hpp"

#include "presented.hpp"
#include "text/glyphs.hpp"
#include "text/wrap.hpp"

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

/// What may stand in a buffer: `\r\n` and `\r` as newlines, no other controls, valid UTF-8.
std::string acceptable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = code_point_at(text, at);
    at += point.length;
    if (point.value == '\r' && at < text.size() && text[at] == '\n') continue;
    const auto value = point.value == '\r' ? U'\n' : point.value;
    const bool control = (value < 0x20 && value != '\n' && value != '\t') || (value >= 0x7F && value < 0xA0);
    if (!control) append(out, value);
  }
  return out;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

}  // namespace

void EditBuffer::set(std::string_view text) {
  text_.clear();
  cursor_ = 0;
  insert(text);
}

void EditBuffer::insert(std::string_view text) {
  auto more = acceptable(text);
  const auto room = longest - text_.size();
  if (more.size() > room) {
    std::size_t fits = 0;
    for (std::size_t next = 0; (next = next_grapheme(more, fits)) <= room && next != fits;) fits = next;
    more.resize(fits);
  }
  text_.insert(cursor_, more);
  cursor_ += more.size();
}

void EditBuffer::left() { cursor_ = previous_grapheme(text_, cursor_); }
void EditBuffer::right() { cursor_ = next_grapheme(text_, cursor_); }

void EditBuffer::word_left() {
  auto begin = cursor_;
  while (begin > 0 && is_space(text_[begin - 1])) --begin;
  while (begin > 0 && !is_space(text_[begin - 1])) --begin;
  // A mark after a space belongs to it: the grapheme that holds this octet begins before it then.
  cursor_ = begin == 0 ? 0 : previous_grapheme(text_, begin + 1);
}

void EditBuffer::word_right() {
  while (cursor_ < text_.size() && is_space(text_[cursor_])) right();
  while (cursor_ < text_.size() && !is_space(text_[cursor_])) right();
}

std::size_t EditBuffer::line_begin() const {
  const auto newline = cursor_ == 0 ? text_.npos : text_.rfind('\n', cursor_ - 1);
  return newline == text_.npos ? 0 : newline + 1;
}

std::size_t EditBuffer::line_end() const { return std::min(text_.find('\n', cursor_), text_.size()); }

void EditBuffer::home() { cursor_ = line_begin(); }
void EditBuffer::end() { cursor_ = line_end(); }

bool EditBuffer::up(int width) { return move_row(width, -1); }
bool EditBuffer::down(int width) { return move_row(width, 1); }

bool EditBuffer::move_row(int width, int by) {
  const auto rows = wrap(text_, width);
  const auto here = row_of(rows, cursor_);
  if (by < 0 ? here == 0 : here + 1 == rows.size()) return false;
  const std::string_view text = text_;
  const int wanted = columns(text.substr(rows[here].begin, cursor_ - rows[here].begin));
  const auto& target = rows[by < 0 ? here - 1 : here + 1];
  cursor_ = target.begin;
  while (cursor_ < target.end && columns(text.substr(target.begin, cursor_ - target.begin)) < wanted) right();
  return true;
}

void EditBuffer::erase(std::size_t begin, std::size_t end) {
  text_.erase(begin, end - begin);
  cursor_ = begin;
}

void EditBuffer::erase_left() { erase(previous_grapheme(text_, cursor_), cursor_); }
void EditBuffer::erase_right() { erase(cursor_, next_grapheme(text_, cursor_)); }

void EditBuffer::erase_word_left() {
  const auto end = cursor_;
  word_left();
  erase(cursor_, end);
}

void EditBuffer::erase_to_end() { erase(cursor_, line_end() == cursor_ ? next_grapheme(text_, cursor_) : line_end()); }
void EditBuffer::erase_to_home() { erase(line_begin(), cursor_); }

}  // namespace p2pchat::terminal_ui
