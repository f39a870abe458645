// SPDX-License-Identifier: MIT
#include "screen/note_editor.hpp"

#include "presented.hpp"
#include "text/glyphs.hpp"

#include <algorithm>

namespace p2pchat::terminal_ui {

void NoteEditor::open(const sdk::Id& bottle, std::string title) {
  bottle_ = bottle;
  title_ = std::move(title);
  composer_.turn_to(bottle);
  open_ = true;
}

void NoteEditor::forget(const sdk::Id& bottle) {
  composer_.forget(bottle);
  if (bottle_ == bottle) open_ = false;
}

void NoteEditor::give_back(const sdk::Id& bottle, std::string_view text) {
  composer_.give_back(bottle, text);
  if (bottle_ == bottle && !title_.empty()) open_ = true;
}

bool NoteEditor::key(const Key& key) {
  if (key.is(Key::Code::escape)) {
    close();
    return true;
  }
  if (key.is(Key::Code::enter)) {
    enter();
    return true;
  }
  return composer_.key(key);
}

void NoteEditor::enter() {
  if (composer_.text().empty()) return;
  const auto count = characters(composer_.text());
  if (count > most_characters)
    return say_("1,000 characters fit in: take out " + std::to_string(count - most_characters));
  const auto text = composer_.take();
  close();
  submit_(bottle_, text);
}

int NoteEditor::rows(int width, int height) const {
  return open_ ? 1 + composer_.rows(width, std::max(1, height / 3)) : 0;
}

void NoteEditor::draw(Grid& grid, const Rect& rect) {
  if (!open_) return;
  grid.fill({rect.row, rect.column, 1, rect.columns}, "─", Style::dim);
  const auto count = characters(composer_.text());
  const auto counter = " " + std::to_string(count) + " of 1,000 ";
  grid.put(rect.row, rect.column + 1, " " + title_ + " ", Style::accent, rect.columns - 3 - columns(counter));
  grid.put(rect.row, rect.column + rect.columns - 1 - columns(counter), counter,
           count > most_characters ? Style::bad : Style::dim, columns(counter));
  composer_.draw(grid, {rect.row + 1, rect.column, rect.rows - 1, rect.columns}, true);
}

}  // namespace p2pchat::terminal_ui
