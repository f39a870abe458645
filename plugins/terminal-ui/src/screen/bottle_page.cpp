// SPDX-License-Identifier: MIT
#include "screen/bottle_page.hpp"

#include "presented.hpp"
#include "text/glyphs.hpp"

#include <wire/hex.hpp>

#include <algorithm>
#include <utility>

namespace p2pchat::terminal_ui {
namespace {

constexpr int page_rows = 10, name_cells = 24;
constexpr int far = 1'000'000;

}  // namespace

BottlePage::BottlePage(Desk& desk)
    : desk_(desk),
      editor_(
          [this](const sdk::Id& bottle, const std::string& text) {
            if (bottle == sdk::Id{}) return desk_.run({Verb::cast, "/throw", {}, text, {}, 0, 0});
            run(Verb::answer, "/reply", bottle, text);
          },
          [this](std::string why) { desk_.say(std::move(why), Style::bad); }) {}

void BottlePage::run(Verb verb, std::string_view word, const sdk::Id& bottle, std::string text, std::uint32_t step) {
  desk_.run({verb, std::string(word), wire::to_hex(bottle), std::move(text), {}, step, 0});
}

NameOf BottlePage::namer() const {
  return [this](const sdk::Id& who) { return clipped(visible_line(desk_.feed.book().name_of(who)), name_cells); };
}

void BottlePage::open(const sdk::Id& bottle) {
  choice_.choose(bottle);
  opened_ = bottle;
  top_ = 0;
  editor_.close();
  opened(bottle);
}

std::vector<sdk::Id> BottlePage::things() const {
  std::vector<sdk::Id> ids;
  for (const auto& row : list())
    if (row.heading.empty()) ids.push_back(row.id);
  return ids;
}

std::string BottlePage::hint() const {
  if (editor_.is_open()) return "Enter send · Alt-Enter new line · Esc not now";
  if (opened_) return opened_hint();
  return "↑↓ choose · Enter open · n throw a new one";
}

bool BottlePage::key(const Key& key) {
  if (editor_.is_open()) return editor_.key(key);
  if (key.is(Key::Code::escape) && !opened_) return false;
  if (key.text == "n" && desk_.feed.bottles().calls().present())
    editor_.open({}, "to whoever finds it; your id goes with it");
  else if (opened_)
    sheet_key(key, *opened_);
  else
    list_key(key);
  return true;
}

void BottlePage::list_key(const Key& key) {
  switch (key.code) {
    case Key::Code::up:
      return choice_.settle(things(), -1);
    case Key::Code::down:
      return choice_.settle(things(), 1);
    case Key::Code::page_up:
      return choice_.settle(things(), -page_rows);
    case Key::Code::page_down:
      return choice_.settle(things(), page_rows);
    case Key::Code::home:
      return choice_.settle(things(), -far);
    case Key::Code::end:
      return choice_.settle(things(), far);
    case Key::Code::enter:
    case Key::Code::right:
      if (const auto bottle = choice_.chosen()) open(*bottle);
      return;
    default:
      return;
  }
}

void BottlePage::sheet_key(const Key& key, const sdk::Id& bottle) {
  switch (key.code) {
    case Key::Code::escape:
    case Key::Code::left:
      return opened_.reset();
    case Key::Code::up:
      return scroll(-1);
    case Key::Code::down:
      return scroll(1);
    case Key::Code::page_up:
      top_ -= page_rows;
      return;
    case Key::Code::page_down:
      top_ += page_rows;
      return;
    case Key::Code::previous:
    case Key::Code::next:
      choice_.settle(things(), key.is(Key::Code::next) ? 1 : -1);
      if (const auto other = choice_.chosen()) open(*other);
      return;
    default:
      return opened_key(key, bottle);
  }
}

void BottlePage::scroll(int by) {
  if (choose_step(by))
    follow_ = true;
  else
    top_ += by;
}

int BottlePage::list_width(int columns) const { return columns < beside_from ? columns : columns / 2; }

void BottlePage::draw(Grid& grid, const Rect& rect) {
  if (!desk_.feed.bottles().calls().present())
    return draw_sentences(grid, {rect.row + 1, rect.column, rect.rows - 1, rect.columns},
                          "There are no bottles here: no plugin for them is loaded.");
  const auto there = things();
  choice_.settle(there);
  if (opened_ && std::ranges::find(there, *opened_) == there.end())
    editor_.forget(*std::exchange(opened_, std::nullopt));
  const int width = list_width(rect.columns);
  const bool beside = width < rect.columns;
  Rect area = rect;
  if (beside) {
    draw_list(grid, {rect.row, rect.column, rect.rows, width});
    grid.fill({rect.row, rect.column + width, rect.rows, 1}, "│", Style::dim);
    area = {rect.row, rect.column + width + 1, rect.rows, rect.columns - width - 1};
  }
  const int written = editor_.rows(area.columns, area.rows);
  editor_.draw(grid, {area.row + area.rows - written, area.column, written, area.columns});
  area.rows -= written;
  if (opened_) return draw_opened(grid, area);
  if (beside) return draw_sentences(grid, area, list().empty() ? "" : "Enter opens the one that is chosen.");
  if (!beside) draw_list(grid, area);
}

void BottlePage::draw_list(Grid& grid, const Rect& rect) {
  const auto rows = list();
  if (rows.empty())
    return draw_sentences(grid, {rect.row + 1, rect.column, rect.rows - 1, rect.columns}, empty_words());
  const auto chosen =
      std::ranges::find_if(rows, [&](const ListRow& row) { return row.heading.empty() && choice_.chosen() == row.id; });
  int words_width = 0;
  for (const auto& row : rows) words_width = std::max(words_width, columns(row.bottle.words));
  // The heading above the first bottle is to be seen with it.
  const int here = static_cast<int>(chosen - rows.begin());
  const int top = choice_.top(here == 1 ? 0 : here, std::max(1, rect.rows));
  for (int at = top; at < std::min(top + rect.rows, static_cast<int>(rows.size())); ++at) {
    const auto& row = rows[static_cast<std::size_t>(at)];
    const Rect place{rect.row + at - top, rect.column, 1, rect.columns};
    if (row.heading.empty())
      draw_bottle_row(grid, place, row.bottle, words_width, at == here);
    else
      grid.put(place.row, place.column + 1, row.heading, Style::accent, rect.columns - 2);
  }
}

void BottlePage::draw_opened(Grid& grid, const Rect& rect) {
  const auto rows = sheet(*opened_, std::max(8, rect.columns - 4));
  const int last = std::max(0, static_cast<int>(rows.size()) - rect.rows);
  const auto first = std::ranges::find(rows, chosen_step(), &SheetRow::step);
  if (std::exchange(follow_, false) && chosen_step() != 0 && first != rows.end()) {
    const int begin = static_cast<int>(first - rows.begin());
    const auto count = std::ranges::count(rows, chosen_step(), &SheetRow::step);
    top_ = std::clamp(top_, std::min(begin, begin + static_cast<int>(count) - rect.rows), begin);
  }
  top_ = std::clamp(top_, 0, last);
  draw_sheet(grid, rect, rows, top_, chosen_step());
}

}  // namespace p2pchat::terminal_ui
