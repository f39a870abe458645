// SPDX-License-Identifier: MIT
#include "text/wrap.hpp"

#include "text/glyphs.hpp"

namespace p2pchat::terminal_ui {
namespace {

/// What must not begin a row (a part of UAX 14, class CL and the full-width stops).
bool is_closing(std::string_view glyph) {
  constexpr std::string_view closing = "，。！？、；：）」』】》〉”’…";
  return glyph.size() == 3 && closing.find(glyph) != closing.npos;
}

class Wrapping {
 public:
  explicit Wrapping(int width) : limit_(width) {}

  void take(const Glyph& glyph) {
    if (glyph.text == "\n") return end_row(glyph.begin, glyph.end, {});
    note_break(glyph);
    if (width_ > 0 && width_ + glyph.width > limit_) {
      if (glyph.text == " ") return end_row(glyph.begin, glyph.end, {});
      break_before(glyph);
    }
    width_ += glyph.width;
    last_ = glyph;
  }

  std::vector<Row> finish(std::size_t size) {
    rows_.push_back({begin_, size});
    return std::move(rows_);
  }

 private:
  void note_break(const Glyph& glyph) {
    const bool wide = last_.width == 2 || glyph.width == 2;
    if (width_ == 0 || (last_.text != " " && !wide) || is_closing(glyph.text)) return;
    break_ = glyph.begin;
    row_end_ = last_.text == " " ? last_.begin : break_;
    width_at_break_ = width_;
  }
  void break_before(const Glyph& glyph) {
    const int rest = width_ - width_at_break_;
    if (break_ <= begin_ || rest + glyph.width > limit_) return end_row(glyph.begin, glyph.begin, last_);
    end_row(row_end_, break_, last_);
    width_ = rest;
  }
  void end_row(std::size_t end, std::size_t next, const Glyph& last) {
    rows_.push_back({begin_, end});
    begin_ = break_ = next;
    width_ = width_at_break_ = 0;
    last_ = last;
  }

  std::vector<Row> rows_;
  int limit_, width_ = 0, width_at_break_ = 0;
  std::size_t begin_ = 0, break_ = 0, row_end_ = 0;
  Glyph last_;
};

}  // namespace

std::vector<Row> wrap(std::string_view text, int width) {
  Wrapping wrapping(width);
  for (const auto& glyph : glyphs(text)) wrapping.take(glyph);
  return wrapping.finish(text.size());
}

std::size_t row_of(const std::vector<Row>& rows, std::size_t offset) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].begin <= offset) found = i;
  return found;
}

}  // namespace p2pchat::terminal_ui
