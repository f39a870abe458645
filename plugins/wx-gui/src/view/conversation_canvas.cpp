// SPDX-License-Identifier: MIT
#include "view/conversation_canvas.hpp"

#include "view/access.hpp"
#include "view/text.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr int most_rounds = 6;  // of measuring until nothing moves any more

}  // namespace

ConversationCanvas::ConversationCanvas(wxWindow* parent, Desk& desk, std::function<void(const wxString&)> typed)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxWANTS_CHARS | wxBORDER_NONE),
      desk_(desk),
      scale_(FromDIP(100) / 100.0),
      loader_(desk.calls(), [this](const ConversationLoader::Change& change) { changed(change); }),
      view_(
          rows_, [this](std::size_t row) { return conversation().messages()[row].place; },
          [this](std::uint64_t place) { return conversation().index_of(place); }),
      painter_(desk, scale_),
      pictures_(desk, *this),
      typed_(std::move(typed)) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetFont(desk.fonts[Type::body]);  // or wx looks up the theme's for each frame
  name_for_access(*this, desk.say("Messages"), Role::list);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    settle();
    paint(*this, desk_, desk_.colours->canvas, [this](Painter& painter, const Box&) { draw(painter); });
  });
  Bind(wxEVT_SIZE, &ConversationCanvas::on_size, this);
  Bind(wxEVT_MOUSEWHEEL, &ConversationCanvas::on_wheel, this);
  Bind(wxEVT_LEFT_DOWN, &ConversationCanvas::on_press, this);
  Bind(wxEVT_LEFT_DCLICK, &ConversationCanvas::on_double_click, this);
  Bind(wxEVT_LEFT_UP, &ConversationCanvas::on_release, this);
  Bind(wxEVT_MOTION, &ConversationCanvas::on_drag, this);
  Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { end_drag(); });
  scrolling_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { drag_to(ScreenToClient(wxGetMousePosition())); });
  Bind(wxEVT_CONTEXT_MENU, &ConversationCanvas::on_menu, this);
  Bind(wxEVT_CHAR, &ConversationCanvas::on_key, this);
  for (const auto& event :
       {wxEVT_SCROLLWIN_TOP, wxEVT_SCROLLWIN_BOTTOM, wxEVT_SCROLLWIN_LINEUP, wxEVT_SCROLLWIN_LINEDOWN,
        wxEVT_SCROLLWIN_PAGEUP, wxEVT_SCROLLWIN_PAGEDOWN, wxEVT_SCROLLWIN_THUMBTRACK, wxEVT_SCROLLWIN_THUMBRELEASE})
    Bind(event, &ConversationCanvas::on_scroll, this);
}

void ConversationCanvas::open(const sdk::Id& peer) {
  const auto* person = desk_.feed.book().find(peer);
  facts_ = {desk_.now_ms(), 0, person ? person->unread : 0};
  unread_known_ = false;
  marked_ = unseen_ = 0;
  oldest_seen_ = ConversationLoader::the_end;
  selection_ = {};
  pictures_.forget();
  view_.scroll_to_end();
  loader_.open(peer);
}

void ConversationCanvas::changed(const ConversationLoader::Change& change) {
  using Kind = ConversationLoader::Change::Kind;
  const auto& messages = conversation().messages();
  if (change.kind == Kind::reset || change.kind == Kind::jumped) {
    pictures_.forget();  // places may be those of other messages now
    guess_all();
    if (conversation().loaded() && !std::exchange(unread_known_, true))
      facts_.unread_from = conversation().first_unread();
  }
  if (change.kind == Kind::prepended)
    for (auto i = change.count; i-- > 0;) rows_.push_front(guess(messages[i]));
  if (change.kind == Kind::appended || change.kind == Kind::grew)
    for (auto i = messages.size() - change.count; i < messages.size(); ++i) rows_.push_back(guess(messages[i]));
  if (change.kind == Kind::dropped) rows_.drop_front(change.count), rows_.shorten(messages.size());
  view_.set_more_below(!conversation().at_end());
  if (!messages.empty()) oldest_seen_ = std::min(oldest_seen_, conversation().oldest_place());
  if (change.kind == Kind::dropped) return;  // far from the view
  if (change.kind == Kind::grew) happened(messages.back());
  if (change.kind == Kind::beyond) happened(*change.message);
  if (change.kind != Kind::jumped && change.kind != Kind::failed) moved();
  if (content_changed) content_changed();
}

/// Who wrote a message sees it; of others', those below the view are counted.
void ConversationCanvas::happened(const Message& message) {
  if (!message.incoming()) return scroll_to_end();
  if (!view_.at_end()) ++unseen_;
}

std::int64_t ConversationCanvas::guess(const Message& message) const {
  return static_cast<std::int64_t>(guessed_height(message.body.size(), row_width(), scale_));
}

void ConversationCanvas::guess_all() {
  rows_.clear();
  for (const auto& message : conversation().messages()) rows_.push_back(guess(message));
}

void ConversationCanvas::moved() {
  settle();
  update_scrollbar();
  if (rows_.size()) loader_.view_moved({view_.first_row(), view_.last_row() + 1});
  mark_read();
  Refresh();
}

void ConversationCanvas::settle() {
  if (rows_.size() == 0 || row_width() <= 0) return;
  view_.set_height(GetClientSize().y);
  for (int round = 0; round < most_rounds && measure_shown();) ++round;
}

/// Measures the rows on show; whether one had another height than was guessed.
bool ConversationCanvas::measure_shown() {
  bool any = false;
  const auto last = view_.last_row();
  for (auto row = view_.first_row(); row <= last; ++row) {
    const auto height = static_cast<std::int64_t>(measured(row).shape.height);
    if (rows_.height(row) == height) continue;
    rows_.set(row, height);
    any = true;
  }
  return any;
}

MeasuredRow ConversationCanvas::measured(std::size_t row) {
  facts_.now_ms = desk_.now_ms();
  return painter_.measure(conversation().messages()[row], facts_of(conversation(), row, facts_, *desk_.language),
                          row_width());
}

void ConversationCanvas::mark_read() {
  auto* frame = dynamic_cast<wxTopLevelWindow*>(wxGetTopLevelParent(this));
  if (!frame || !frame->IsActive() || !(IsShownOnScreen() || read_elsewhere_) || !view_.at_end()) return;
  unseen_ = 0;
  loader_.mark_read();
}

void ConversationCanvas::show_place(std::uint64_t place) {
  loader_.reach(place, [this, place] {
    marked_ = place;
    // Twice: the rows around it are guesses until they have been on show.
    for (int round = 0; round < 2; ++round) view_.show_row(conversation().index_of(place)), settle();
    moved();
  });
}

void ConversationCanvas::scroll_pages(double pages) {
  view_.scroll_by(static_cast<std::int64_t>(pages * GetClientSize().y));
  moved();
}

void ConversationCanvas::scroll_to_end() {
  loader_.reach(ConversationLoader::the_end, [this] {
    view_.scroll_to_end();
    unseen_ = 0;
    moved();
  });
}

void ConversationCanvas::scroll_to_beginning() {
  loader_.reach(1, [this] { view_.scroll_to(0), moved(); });
}

void ConversationCanvas::draw(Painter& painter) {
  const auto& messages = conversation().messages();
  if (messages.empty() || rows_.size() != messages.size()) return;
  const auto last = view_.last_row();
  for (auto row = view_.first_row(); row <= last; ++row) draw_row(painter, row);
  pictures_.sweep();
  draw_new_pill(painter);
}

void ConversationCanvas::draw_row(Painter& painter, std::size_t row) {
  const auto& message = conversation().messages()[row];
  const auto top = static_cast<double>(rows_.top(row) - view_.top()), width = row_width();
  const auto shape = measured(row);
  const RowLook look{shape.facts,
                     message.state,
                     desk_.feed.book().name_of(message.peer),
                     selection_.of(message.place, text_end),
                     words_,
                     static_cast<int>(width),
                     static_cast<int>(rows_.height(row))};
  const auto draw_at = [&](Painter& into, double at, double high) {
    painter_.draw(into, message, shape, marks_of(message), at, width, high);
  };
  if (RowPictures::fits(look))
    pictures_.show(painter, message.place, look, top, [&](Painter& into) { draw_at(into, 0, look.height); });
  else
    draw_at(painter, top, GetClientSize().y);
  if (marked_ && message.place == marked_) RowPainter::draw_focus(painter, shape, top);
}

void ConversationCanvas::draw_new_pill(Painter& painter) {
  new_pill_ = {};
  if (view_.at_end()) return;
  const auto& look = painter.look;
  const auto words = unseen_ ? shown(desk_.language->count("{n} new ↓", "{n} new ↓", unseen_)) : shown("↓");
  const auto wide = painter.width(words, Type::strong) + painter.dip(28), high = painter.dip(34);
  new_pill_ = {row_width() - wide - painter.dip(20), GetClientSize().y - high - painter.dip(12), wide, high};
  painter.fill(new_pill_, unseen_ ? look.accent : look.card, high / 2);
  if (!unseen_) painter.frame(new_pill_, look.line, painter.dip(1), high / 2);
  painter.centred(words, new_pill_, Type::strong, unseen_ ? look.on_accent : look.accent_text);
}

void ConversationCanvas::act_on(const Message& message) {
  const auto ignored = [](const sdk::Status&) {};
  if (message.state == sdk::State::failed) desk_.calls().retry(message.id, ignored);
  if (message.state == sdk::State::queued || message.state == sdk::State::sent)
    desk_.calls().cancel(message.id, ignored);
}

}  // namespace p2pchat::wx_gui
