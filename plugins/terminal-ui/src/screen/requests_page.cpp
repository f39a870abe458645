// SPDX-License-Identifier: MIT
#include "screen/requests_page.hpp"

#include "presented.hpp"
#include "text/glyphs.hpp"
#include "text/wrap.hpp"

#include <wire/hex.hpp>

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

constexpr int greeting_rows = 3;  // of one that is not chosen

}  // namespace

/// Moves from the one that was chosen, wherever it stands by now; where it is gone, from who took its place.
void RequestsPage::choose(int by) {
  const auto list = desk_.feed.book().requests();
  const auto found = std::ranges::find_if(list, [&](const Person* one) { return one->id == chosen_; });
  if (found != list.end()) index_ = static_cast<int>(found - list.begin());
  index_ = std::clamp(index_ + by, 0, std::max(0, static_cast<int>(list.size()) - 1));
  chosen_ = list.empty() ? std::nullopt : std::optional(list[static_cast<std::size_t>(index_)]->id);
}

/// Only the one that is on screen as chosen is answered: the list changes by itself, and others decide when.
void RequestsPage::act(Verb verb, std::string_view word) {
  const auto* person = chosen_ ? desk_.feed.book().find(*chosen_) : nullptr;
  if (!person || person->relation != sdk::Relation::asking) return;
  desk_.run({verb, std::string(word), wire::to_hex(person->id), {}, {}, 0, 0});
}

bool RequestsPage::key(const Key& key) {
  if (key.is(Key::Code::up)) choose(-1);
  if (key.is(Key::Code::down)) choose(1);
  if (key.text == "a" || key.is(Key::Code::enter)) act(Verb::accept, "/accept");
  if (key.text == "d") act(Verb::decline, "/decline");
  if (key.text == "b") act(Verb::block, "/block");
  return true;
}

void RequestsPage::draw(Grid& grid, const Rect& rect) {
  choose(0);
  const auto list = desk_.feed.book().requests();
  if (list.empty()) {
    grid.put(rect.row + 1, rect.column + 2, "Nobody asks.", Style::dim, rect.columns - 2);
    return;
  }
  const int width = std::max(8, rect.columns - 6), bottom = rect.row + rect.rows;
  // From the one above the chosen on, so that the chosen is always in sight.
  const auto index = static_cast<std::size_t>(index_);
  int row = rect.row + 1;
  for (std::size_t i = index > 0 ? index - 1 : 0; i < list.size() && row < bottom; ++i) {
    const bool here = i == index;
    grid.put(row, rect.column + 1, here ? "▸" : " ", Style::accent, 1);
    const int used = grid.put(row, rect.column + 3, clipped(visible_line(list[i]->name), width - 12),
                              here ? Style::strong : Style::plain, width);
    grid.put(row++, rect.column + 5 + used, wire::short_hex(list[i]->id), Style::dim, 8);
    const auto text = visible(list[i]->greeting);
    int left = here ? rect.rows - 4 : greeting_rows;
    for (const auto& piece : wrap(text, width))
      if (left-- > 0 && row < bottom && piece.end > piece.begin)
        grid.put(row++, rect.column + 5, text.substr(piece.begin, piece.end - piece.begin), Style::plain, width);
    ++row;
  }
}

}  // namespace p2pchat::terminal_ui
