// SPDX-License-Identifier: MIT
// What the mouse and the keys do to the conversation.
#include "canvas/text_layout.hpp"
#include "model/mirror.hpp"
#include "presented.hpp"
#include "view/access.hpp"
#include "view/conversation_canvas.hpp"
#include "view/text.hpp"

#include <algorithm>
#include <cmath>

namespace p2pchat::wx_gui {
namespace {

constexpr std::int64_t longest_bar = 1'000'000;           // GTK counts in doubles, wx in ints: longer lists are scaled
constexpr std::size_t most_links = 5, most_letters = 60;  // in a menu

std::vector<std::string> links_of(const Message& message) {
  const auto text = decoded(visible(message.body));
  std::vector<std::string> links;
  for (const auto& link : find_links(text))
    if (links.size() < most_links)
      links.push_back(octets_of(shown(std::u32string_view(text).substr(link.begin, link.end - link.begin))));
  return links;
}

std::string shortened(const std::string& link) {
  const auto text = shown(link);
  return octets_of(text.length() > most_letters ? text.substr(0, most_letters) + shown("…") : text);
}

}  // namespace

void ConversationCanvas::update_scrollbar() {
  const auto range = scroll_range();
  const auto total = std::max<std::int64_t>(range.total(), 1);
  const auto scale = range.scale(longest_bar);
  const auto scaled = [scale](std::int64_t pixels) { return static_cast<int>(static_cast<double>(pixels) / scale); };
  SetScrollbar(wxVERTICAL, scaled(std::max<std::int64_t>(range.before() + view_.top(), 0)),
               std::max(1, scaled(std::min<std::int64_t>(GetClientSize().y, total))), scaled(total));
}

ScrollRange ConversationCanvas::scroll_range() const {
  const auto outside = loader_.outside();
  return {outside.older, outside.newer, rows_.total(), static_cast<std::int64_t>(rows_.size())};
}

void ConversationCanvas::drag_bar_to(std::int64_t top) {
  const auto range = scroll_range();
  if (top + GetClientSize().y >= range.total()) return scroll_to_end();
  const auto away = range.rows_away(top);
  if (away == 0) return view_.scroll_to(top - range.before()), moved();
  const auto place = loader_.place_away(away);
  loader_.reach(place, [this, place] { view_.scroll_to(rows_.top(conversation().index_of(place))), moved(); });
}

void ConversationCanvas::on_size(wxSizeEvent& event) {
  event.Skip();
  const auto width = GetClientSize().x;
  // Only rows on show are measured again; the others keep what they had as a guess until they come on show.
  if (std::exchange(width_, width) <= 0) guess_all();
  CallAfter([this] { moved(); });
}

void ConversationCanvas::on_scroll(wxScrollWinEvent& event) {
  const auto kind = event.GetEventType();
  const double page = 0.9, line = 0.1;
  if (kind == wxEVT_SCROLLWIN_TOP) return scroll_to_beginning();
  if (kind == wxEVT_SCROLLWIN_BOTTOM) return scroll_to_end();
  if (kind == wxEVT_SCROLLWIN_PAGEUP) return scroll_pages(-page);
  if (kind == wxEVT_SCROLLWIN_PAGEDOWN) return scroll_pages(page);
  if (kind == wxEVT_SCROLLWIN_LINEUP) return scroll_pages(-line);
  if (kind == wxEVT_SCROLLWIN_LINEDOWN) return scroll_pages(line);
  drag_bar_to(static_cast<std::int64_t>(event.GetPosition() * scroll_range().scale(longest_bar)));
}

void ConversationCanvas::on_wheel(wxMouseEvent& event) {
  if (event.GetWheelAxis() != wxMOUSE_WHEEL_VERTICAL || event.GetWheelDelta() == 0) return;
  wheel_rest_ -= static_cast<double>(event.GetWheelRotation()) / event.GetWheelDelta() * 90 * scale_;
  const auto whole = std::trunc(wheel_rest_);
  wheel_rest_ -= whole;
  view_.scroll_by(static_cast<std::int64_t>(whole));
  moved();
}

const Message* ConversationCanvas::message_at(const wxPoint& point, MeasuredRow* row, double* top) {
  const auto& messages = conversation().messages();
  if (messages.empty() || rows_.size() != messages.size()) return nullptr;
  const auto index = rows_.row_at(view_.top() + point.y);
  *row = measured(index);
  *top = static_cast<double>(rows_.top(index) - view_.top());
  const auto& bubble = row->shape.bubble;
  return bubble.holds(point.x, point.y - *top) ? &messages[index] : nullptr;
}

void ConversationCanvas::click(const wxPoint& point) {
  MeasuredRow row;
  double top = 0;
  const auto* message = message_at(point, &row, &top);
  marked_ = message ? message->place : 0;
  if (message && row.shape.action.holds(point.x, point.y - top)) act_on(*message);
  if (const auto under = text_under(point); !under.link.empty()) CallAfter([this, under] { open_link(under.link); });
  Refresh();
}

void ConversationCanvas::on_menu(wxContextMenuEvent& event) {
  MeasuredRow row;
  double top = 0;
  if (event.GetPosition() == wxDefaultPosition) {
    if (const auto* marked = marked_message()) open_menu(*marked, *this);
  } else if (const auto* message = message_at(ScreenToClient(event.GetPosition()), &row, &top)) {
    open_menu(*message, *this);
  }
}

void ConversationCanvas::open_menu_of(std::uint64_t place, wxWindow& over) {
  const auto row = conversation().index_of(place);
  if (row < conversation().messages().size()) open_menu(conversation().messages()[row], over);
}

void ConversationCanvas::open_menu(const Message& message, wxWindow& over) {
  wxMenu menu;
  const auto add = [&](const char* words, std::function<void()> action) {
    const auto* item = menu.Append(wxID_ANY, shown(desk_.say(words)));
    menu.Bind(
        wxEVT_MENU, [action](wxCommandEvent&) { action(); }, item->GetId());
  };
  const auto chosen = message;  // the conversation may change while the menu is open
  if (selection_.of(message.place, text_end).empty()) select(Selection::messages(message.place, message.place));
  add("Copy text", [this] { copy_selection(); });
  for (const auto& link : links_of(message))
    menu.Bind(
        wxEVT_MENU, [this, link](wxCommandEvent&) { open_link(link); },
        menu.Append(wxID_ANY, shown(fill(desk_.say("Open {link}"), {{"link", shortened(link)}})))->GetId());
  if (!message.incoming() && message.state == sdk::State::failed) add("Try again", [this, chosen] { act_on(chosen); });
  if (!message.incoming() && (message.state == sdk::State::queued || message.state == sdk::State::sent))
    add("Give up", [this, chosen] { act_on(chosen); });
  over.PopupMenu(&menu);
}

/// Goes on when a message is loaded, at once if there is none.
void ConversationCanvas::when_loaded(std::uint64_t place, std::function<void()> then) {
  if (!place) return then();
  loader_.reach(place, std::move(then));
}

const Message* ConversationCanvas::marked_message() const {
  const auto row = conversation().index_of(marked_);
  if (row >= conversation().messages().size() || conversation().messages()[row].place != marked_) return nullptr;
  return &conversation().messages()[row];
}

void ConversationCanvas::walk(int rows) {
  const auto& messages = conversation().messages();
  if (messages.empty()) return;
  const auto last = static_cast<int>(messages.size()) - 1;
  const auto nearest = conversation().at_end() ? last : static_cast<int>(view_.last_row());
  const auto from = marked_ ? static_cast<int>(conversation().index_of(marked_)) : nearest - rows;
  const auto row = static_cast<std::size_t>(std::clamp(from + rows, 0, last));
  marked_ = messages[row].place;
  selection_ = {};
  name_for_access(*this, message_line(messages[row], sender_of(messages[row]), desk_.now_ms(), *desk_.language));
  reveal(row);
}

void ConversationCanvas::reveal(std::size_t row) {
  const auto top = rows_.top(row), bottom = top + rows_.height(row);
  if (top < view_.top()) view_.scroll_to(top);
  if (bottom > view_.top() + view_.height()) view_.scroll_to(bottom - view_.height());
  moved();
}

void ConversationCanvas::on_key(wxKeyEvent& event) {
  const auto key = event.GetKeyCode();
  const int step = key == WXK_UP || key == WXK_LEFT ? -1 : 1;
  switch (key) {
    case WXK_UP:
    case WXK_DOWN:
      if (!event.ShiftDown()) return when_loaded(marked_, [this, step] { walk(step); });
      return when_loaded(selection_.empty() ? marked_ : selection_.head.place,
                         [this, step] { extend_by_message(step); });
    case WXK_LEFT:
    case WXK_RIGHT:
      if (!event.ShiftDown()) return event.Skip();
      return when_loaded(selection_.head.place, [this, step] { extend_by_character(step); });
    case WXK_CONTROL_A:
      return select_all();
    case WXK_ESCAPE:
      if (selection_.empty() && words_.empty()) return event.Skip();
      words_.clear();
      return select({});
    case WXK_PAGEUP:
      return scroll_pages(-0.9);
    case WXK_PAGEDOWN:
      return scroll_pages(0.9);
    case WXK_HOME:
      return scroll_to_beginning();
    case WXK_END:
      return scroll_to_end();
    case WXK_CONTROL_C:
      if (selection_.empty() && marked_) select(Selection::messages(marked_, marked_));
      return copy_selection();
    case WXK_RETURN:
      if (const auto* marked = marked_message()) open_menu(*marked, *this);
      return;
    case WXK_TAB:
      Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
      return;
    default:
      break;
  }
  const auto typed = event.GetUnicodeKey();
  if (typed < 32 || typed == WXK_DELETE || event.HasModifiers()) return event.Skip();
  typed_(wxString(wxUniChar(typed)));
}

}  // namespace p2pchat::wx_gui
