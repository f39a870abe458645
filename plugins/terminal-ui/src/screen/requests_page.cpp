// SPDX-License-Identifier: MIT
#include "screen/requests_page.hpp"

#include "text/glyphs.hpp"
#include "text/visible.hpp"
#include "text/wrap.hpp"

#include <p2pchat/hex.hpp>

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

constexpr int greeting_rows = 3;  // of one that is not selected

}  // namespace

const Person* RequestsPage::selected() const {
  const auto list = desk_.feed.book().requests();
  return list.empty() ? nullptr : list[std::min(index_, list.size() - 1)];
}

void RequestsPage::act(Verb verb, std::string_view word) {
  if (const auto* person = selected()) desk_.run({verb, std::string(word), sdk::to_hex(person->id), {}, {}, 0, 0});
}

bool RequestsPage::key(const Key& key) {
  const auto count = desk_.feed.book().requests().size();
  index_ = std::min(index_, count ? count - 1 : 0);
  if (key.is(Key::Code::up) && index_ > 0) --index_;
  if (key.is(Key::Code::down) && index_ + 1 < count) ++index_;
  if (key.text == "a" || key.is(Key::Code::enter)) act(Verb::accept, "/accept");
  if (key.text == "d") act(Verb::decline, "/decline");
  if (key.text == "b") act(Verb::block, "/block");
  return true;
}

void RequestsPage::draw(Grid& grid, const Rect& rect) {
  const auto list = desk_.feed.book().requests();
  if (list.empty()) {
    grid.put(rect.row + 1, rect.column + 2, "Nobody asks.", Style::dim, rect.columns - 2);
    return;
  }
  const auto* chosen = selected();
  const int width = std::max(8, rect.columns - 6), bottom = rect.row + rect.rows;
  // From the one above the selected on, so that the selected is always in sight.
  const auto index = static_cast<std::size_t>(std::ranges::find(list, chosen) - list.begin());
  int row = rect.row + 1;
  for (std::size_t i = index > 0 ? index - 1 : 0; i < list.size() && row < bottom; ++i) {
    const bool here = list[i] == chosen;
    grid.put(row, rect.column + 1, here ? "▸" : " ", Style::accent, 1);
    const int used = grid.put(row, rect.column + 3, clipped(visible_line(list[i]->name), width - 12),
                              here ? Style::strong : Style::plain, width);
    grid.put(row++, rect.column + 5 + used, sdk::short_hex(list[i]->id), Style::dim, 8);
    const auto text = visible(list[i]->greeting);
    int left = here ? rect.rows - 4 : greeting_rows;
    for (const auto& piece : wrap(text, width))
      if (left-- > 0 && row < bottom && piece.end > piece.begin)
        grid.put(row++, rect.column + 5, text.substr(piece.begin, piece.end - piece.begin), Style::plain, width);
    ++row;
  }
}

}  // namespace p2pchat::terminal_ui
