// SPDX-License-Identifier: MIT
#include "screen/chats_page.hpp"

#include "presented.hpp"
#include "text/glyphs.hpp"
#include "text/wrap.hpp"

#include <wire/hex.hpp>

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

constexpr int one_pane_below = 60;
constexpr int lined_from = 16;  // rows from which on there is room for a line under the header

int list_width(int columns) { return std::clamp(columns / 4, 20, 30); }

}  // namespace

void ChatsPage::open(const sdk::Id& peer, std::uint64_t place) {
  list_.select(peer);
  view_.open(peer, place);
  composer_.turn_to(peer);
  focus_ = Focus::composer;
}

void ChatsPage::set_visible(bool visible) { view_.set_visible(visible); }

void ChatsPage::go_to_unread() {
  if (const auto who = list_.next_unread()) return open(*who, 0);
  desk_.say("nothing unread elsewhere", Style::plain);
}

void ChatsPage::hear(const Event& event) {
  view_.hear(event);
  const auto* changed = std::get_if<BookChanged>(&event);
  if (!changed) return;
  if (!view_.peer() && !list_.selected()) list_.move(0);
  for (const auto& change : changed->changes)
    if (change.kind == Change::Kind::removed && view_.peer() == change.person.id) {
      view_.close();
      composer_.turn_to({});
    }
}

bool ChatsPage::key(const Key& key) {
  if (key.is(Key::Code::tab) || key.is(Key::Code::back_tab)) {
    focus_ = focus_ == Focus::list ? Focus::composer : Focus::list;
    return true;
  }
  if (key.is(Key::Code::previous) || key.is(Key::Code::next)) {
    step(key.is(Key::Code::next) ? 1 : -1);
    return true;
  }
  if (view_key(key)) return true;
  if (focus_ == Focus::list) return list_key(key);
  if (key.is(Key::Code::enter)) {
    submit();
    return true;
  }
  if (composer_.key(key)) return true;
  if (key.is(Key::Code::up) || key.is(Key::Code::down)) view_.scroll(key.is(Key::Code::up) ? 1 : -1);
  return true;
}

bool ChatsPage::view_key(const Key& key) {
  if (key.is(Key::Code::page_up) || key.is(Key::Code::page_down)) {
    view_.scroll_page(key.is(Key::Code::page_up) ? 1 : -1);
    return true;
  }
  if (key.is_control('r')) {
    view_.retry();
    return true;
  }
  if (key.is_control('x')) {
    view_.cancel();
    return true;
  }
  if (!key.is(Key::Code::escape)) return false;
  view_.to_end();
  return true;
}

bool ChatsPage::list_key(const Key& key) {
  switch (key.code) {
    case Key::Code::up:
      list_.move(-1);
      return true;
    case Key::Code::down:
      list_.move(1);
      return true;
    case Key::Code::home:
      list_.move(-1'000'000);
      return true;
    case Key::Code::end:
      list_.move(1'000'000);
      return true;
    case Key::Code::enter:
    case Key::Code::right:
      if (const auto who = list_.selected()) open(*who, 0);
      return true;
    case Key::Code::text:
      // Who begins to type wants to write.
      focus_ = Focus::composer;
      return composer_.key(key);
    default:
      return false;
  }
}

void ChatsPage::step(int by) {
  list_.move(by);
  if (const auto who = list_.selected()) open(*who, 0);
}

void ChatsPage::submit() {
  if (composer_.text().empty()) return;
  const auto parsed = parse_command(composer_.text());
  if (const auto* mistyped = std::get_if<Mistyped>(&parsed)) return desk_.say(mistyped->status.text, Style::bad);
  auto command = std::get<Command>(parsed);
  if (command.verb == Verb::msg && command.who.empty()) {
    if (!view_.peer()) return desk_.say("nobody to write to: pick somebody with Tab, or /add INVITE", Style::bad);
    command.who = wire::to_hex(*view_.peer());
  }
  composer_.take();
  desk_.run(command);
}

void ChatsPage::draw(Grid& grid, const Rect& rect) {
  const bool one_pane = rect.columns < one_pane_below;
  const auto has_draft = [this](const sdk::Id& who) { return composer_.has_draft(who); };
  if (one_pane && focus_ == Focus::list) return list_.draw(grid, rect, true, has_draft);
  if (one_pane) return draw_conversation(grid, rect);
  const int width = list_width(rect.columns);
  list_.draw(grid, {rect.row, rect.column, rect.rows, width}, focus_ == Focus::list, has_draft);
  grid.fill({rect.row, rect.column + width, rect.rows, 1}, "│", Style::dim);
  draw_conversation(grid, {rect.row, rect.column + width + 1, rect.rows, rect.columns - width - 1});
}

void ChatsPage::draw_conversation(Grid& grid, const Rect& rect) {
  const int written = composer_.rows(rect.columns, std::max(1, rect.rows / 3));
  const int head = rect.rows >= lined_from ? 2 : 1, height = rect.rows - written - 1 - head;
  if (view_.peer()) {
    draw_header(grid, {rect.row, rect.column, head, rect.columns});
    view_.draw(grid, {rect.row + head, rect.column, height, rect.columns});
  } else {
    draw_welcome(grid, {rect.row, rect.column, height, rect.columns});
  }
  grid.fill({rect.row + rect.rows - written - 1, rect.column, 1, rect.columns}, "─", Style::dim);
  composer_.draw(grid, {rect.row + rect.rows - written, rect.column, written, rect.columns}, focus_ == Focus::composer);
}

void ChatsPage::draw_header(Grid& grid, const Rect& rect) {
  const auto* person = desk_.feed.book().find(*view_.peer());
  const auto name = visible_line(desk_.feed.book().name_of(*view_.peer()));
  const auto id = wire::short_hex(*view_.peer());
  const bool roomy = rect.columns >= 48;
  if (rect.rows > 1) grid.fill({rect.row + 1, rect.column, 1, rect.columns}, "─", Style::dim);
  int at = rect.column + 1;
  at += grid.put(rect.row, at, clipped(name, rect.columns - (roomy ? 34 : 12)), Style::strong, rect.columns) + 2;
  const auto standing = !person                                      ? "not a contact"
                        : person->relation == sdk::Relation::blocked ? "blocked"
                        : person->relation == sdk::Relation::asking  ? "asks to be a contact"
                        : person->relation == sdk::Relation::asked   ? "asked, has not answered"
                        : person->online                             ? "online"
                                                                     : "away";
  grid.put(rect.row, at, standing, person && person->online ? Style::good : Style::dim,
           rect.column + rect.columns - at);
  if (roomy) grid.put(rect.row, rect.column + rect.columns - 9, id, Style::dim, 8);
}

void ChatsPage::draw_welcome(Grid& grid, const Rect& rect) {
  const auto invite =
      desk_.me.invite.empty() ? "the key is being made; the first start takes a moment" : desk_.me.invite;
  const bool alone = desk_.feed.book().conversations().empty();
  std::string text =
      alone ? "Nobody here yet.\n\nGive this line to a friend:\n" : "Pick somebody with Tab and Enter.\n\nMy invite:\n";
  text += invite;
  if (alone) text += "\n\nor ask one who gave you theirs:\n/add INVITE NAME -- a word of greeting";
  int row = rect.row + 1;
  for (const auto& piece : wrap(text, std::max(8, rect.columns - 4)))
    grid.put(row++, rect.column + 2, text.substr(piece.begin, piece.end - piece.begin), Style::plain, rect.columns - 2);
}

std::string ChatsPage::hint() const {
  if (focus_ == Focus::list) return "↑↓ choose · Enter open · Tab write";
  return "Enter send · Tab contacts · F1 help · Alt-Enter new line · PgUp older";
}

}  // namespace p2pchat::terminal_ui
