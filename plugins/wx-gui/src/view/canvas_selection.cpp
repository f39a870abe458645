// SPDX-License-Identifier: MIT
// How text of the conversation is selected, copied and followed.
#include "model/word_hits.hpp"
#include "view/clipboard.hpp"
#include "view/conversation_canvas.hpp"
#include "view/link_sheet.hpp"
#include "view/text.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr int scroll_pause_ms = 30;
constexpr double scroll_part = 0.25;  // of how far the mouse is beyond the edge, for each pause

}  // namespace

ConversationCanvas::TextUnder ConversationCanvas::text_under(const wxPoint& point) {
  const auto& messages = conversation().messages();
  if (messages.empty() || rows_.size() != messages.size()) return {};
  const auto row = rows_.row_at(view_.top() + point.y);
  TextUnder under{&messages[row], {messages[row].place, 0}, text_end, {}};
  const auto shape = measured(row).shape;
  const auto x = point.x - shape.text.x;
  const auto y = point.y - static_cast<double>(rows_.top(row) - view_.top()) - shape.text.y;
  const auto& text = painter_.text(*under.message, row_width());
  under.boundary.at = boundary_at(text.layout, x, y, painter_.letters());
  under.character = character_at(text.layout, x, y, painter_.letters());
  for (const auto& link : text.links)
    if (TextSpan{link.begin, link.end}.holds(under.character))
      under.link = octets_of(shown(std::u32string_view(text.layout.text).substr(link.begin, link.end - link.begin)));
  return under;
}

void ConversationCanvas::on_press(wxMouseEvent& event) {
  SetFocus();
  const auto point = event.GetPosition();
  if (new_pill_.holds(point.x, point.y)) return scroll_to_end();
  const auto under = text_under(point);
  if (!under.message) return;
  if (event.ShiftDown() && selection_.anchor.place)
    selection_.head = under.boundary;
  else
    selection_ = {under.boundary, under.boundary};
  dragging_ = true;
  CaptureMouse();
  Refresh();
}

void ConversationCanvas::on_drag(wxMouseEvent& event) {
  if (dragging_) return drag_to(event.GetPosition());
  const auto under = text_under(event.GetPosition());
  SetCursor(wxCursor(!under.link.empty()                               ? wxCURSOR_HAND
                     : under.message && under.character < text_end - 1 ? wxCURSOR_IBEAM
                                                                       : wxCURSOR_ARROW));
}

void ConversationCanvas::drag_to(const wxPoint& point) {
  const auto height = GetClientSize().y;
  const auto beyond = point.y < 0 ? point.y : std::max(point.y - height, 0);
  if (beyond) {
    view_.scroll_by(static_cast<std::int64_t>(beyond * scroll_part) + (beyond < 0 ? -1 : 1));
    if (!scrolling_.IsRunning()) scrolling_.Start(scroll_pause_ms);
  } else {
    scrolling_.Stop();
  }
  const auto under = text_under({point.x, std::clamp(point.y, 0, std::max(height - 1, 0))});
  if (under.message) selection_.head = under.boundary;
  moved();
}

void ConversationCanvas::end_drag() {
  dragging_ = false;
  scrolling_.Stop();
}

void ConversationCanvas::on_release(wxMouseEvent& event) {
  if (!dragging_) return;
  drag_to(event.GetPosition());  // the last motions may have been left out
  end_drag();
  if (HasCapture()) ReleaseMouse();
  if (selection_.empty()) click(event.GetPosition());
}

void ConversationCanvas::on_double_click(wxMouseEvent& event) {
  const auto under = text_under(event.GetPosition());
  if (!under.message || under.character == text_end) return;
  const auto word = word_at(painter_.text(*under.message, row_width()).layout.text, under.character);
  select({{under.message->place, word.begin}, {under.message->place, word.end}});
}

void ConversationCanvas::extend_by_message(int rows) {
  const auto& messages = conversation().messages();
  if (messages.empty()) return;
  if (!marked_) marked_ = messages.back().place;
  if (selection_.empty()) return select(Selection::messages(marked_, marked_));
  const auto last = static_cast<int>(messages.size()) - 1;
  const auto row = std::clamp(static_cast<int>(conversation().index_of(selection_.head.place)) + rows, 0, last);
  selection_ = Selection::messages(selection_.anchor.place, messages[static_cast<std::size_t>(row)].place);
  reveal(static_cast<std::size_t>(row));
}

void ConversationCanvas::extend_by_character(int step) {
  const auto& messages = conversation().messages();
  const auto row = conversation().index_of(selection_.head.place);
  if (!selection_.head.place || row >= messages.size()) return;
  const std::u32string_view text = painter_.text(messages[row], row_width()).layout.text;
  auto& head = selection_.head;
  const auto at = std::min(head.at, text.size());
  if (step > 0 && at == text.size() && row + 1 < messages.size())
    head = {messages[row + 1].place, 0};
  else if (step < 0 && at == 0 && row > 0)
    head = {messages[row - 1].place, text_end};
  else
    head.at = step > 0 ? boundary_after(text, at) : boundary_before(text, at);
  reveal(conversation().index_of(head.place));
}

void ConversationCanvas::select_all() {
  const auto& messages = conversation().messages();
  if (!messages.empty()) select(Selection::messages(oldest_seen_, conversation().end()));
}

std::string ConversationCanvas::sender_of(const Message& message) const {
  if (message.incoming()) return visible_line(desk_.feed.book().name_of(message.peer));
  return desk_.me.name.empty() ? desk_.say("Me") : visible_line(desk_.me.name);
}

void ConversationCanvas::copy_selection() {
  if (selection_.empty()) return;
  loader_.read(selection_.first().place, selection_.last().place,
               [this, chosen = selection_](const std::vector<Message>& messages) {
                 copy_to_clipboard(
                     selected_text(messages, chosen, [this](const Message& message) { return sender_of(message); }));
               });
}

void ConversationCanvas::mark_words(const std::string& words) {
  words_ = search_words(words);
  Refresh();
}

RowMarks ConversationCanvas::marks_of(const Message& message) {
  if (selection_.empty() && words_.empty()) return {};
  const std::u32string_view text = painter_.text(message, row_width()).layout.text;
  return {selection_.of(message.place, text.size()), word_hits(text, words_)};
}

void ConversationCanvas::open_link(const std::string& link) {
  LinkSheet sheet(this, desk_, link);
  sheet.ShowModal();
}

}  // namespace p2pchat::wx_gui
