// SPDX-License-Identifier: MIT
#include "screen/contact_list.hpp"

#include "presented.hpp"
#include "text/glyphs.hpp"

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

/// What stands at the right of a name, and how it looks.
std::pair<std::string, Style> badge(const Person& person, bool draft) {
  if (person.unread) return {person.unread > 999 ? "999+" : std::to_string(person.unread), Style::unread};
  if (draft) return {"draft", Style::dim};
  if (person.relation == sdk::Relation::asked) return {"asked", Style::dim};
  return {"", Style::plain};
}

void draw_person(Grid& grid, const Rect& row, const Person& person, const std::string& name, Style style, bool draft) {
  const bool selected = style == Style::selected;
  grid.fill(row, " ", style);
  grid.put(row.row, row.column + 1, person.online ? "●" : "○",
           selected        ? style
           : person.online ? Style::good
                           : Style::dim,
           1);
  const auto [text, look] = badge(person, draft);
  const int badge_width = columns(text), room = row.columns - 4 - (badge_width ? badge_width + 1 : 0);
  grid.put(row.row, row.column + 3, clipped(visible_line(name), room), style, room);
  grid.put(row.row, row.column + row.columns - 1 - badge_width, text, selected ? style : look, badge_width);
}

}  // namespace

std::optional<std::size_t> ContactList::index() const {
  const auto people = book_.conversations();
  const auto found =
      std::ranges::find_if(people, [&](const Person* one) { return selected_ && one->id == *selected_; });
  if (found == people.end()) return std::nullopt;
  return static_cast<std::size_t>(found - people.begin());
}

void ContactList::move(int by) {
  const auto people = book_.conversations();
  if (people.empty()) return;
  const auto last = static_cast<int>(people.size()) - 1;
  const auto here = index();
  selected_ = people[static_cast<std::size_t>(here ? std::clamp(static_cast<int>(*here) + by, 0, last) : 0)]->id;
}

std::optional<sdk::Id> ContactList::next_unread() const {
  for (const auto* person : book_.conversations())
    if (person->unread && !(selected_ && person->id == *selected_)) return person->id;
  return std::nullopt;
}

void ContactList::draw(Grid& grid, const Rect& rect, bool focused,
                       const std::function<bool(const sdk::Id&)>& has_draft) {
  const auto people = book_.conversations();
  const auto height = static_cast<std::size_t>(std::max(rect.rows, 1));
  const auto here = index().value_or(0);
  if (here < top_) top_ = here;
  if (here >= top_ + height) top_ = here + 1 - height;
  for (std::size_t i = top_; i < std::min(people.size(), top_ + height); ++i) {
    const bool selected = selected_ && people[i]->id == *selected_;
    const auto style = !selected ? (people[i]->unread ? Style::strong : Style::plain)
                       : focused ? Style::selected
                                 : Style::accent;
    const Rect row{rect.row + static_cast<int>(i - top_), rect.column, 1, rect.columns};
    draw_person(grid, row, *people[i], book_.name_of(people[i]->id), style, has_draft(people[i]->id));
  }
  if (people.empty()) grid.put(rect.row, rect.column + 1, "nobody yet", Style::dim, rect.columns - 1);
}

}  // namespace p2pchat::terminal_ui
