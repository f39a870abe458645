// SPDX-License-Identifier: MIT
#include "view/chat_list_view.hpp"

#include "view/access.hpp"
#include "view/text.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr int row_height = 68, heading_height = 26;

}  // namespace

ChatListView::ChatListView(wxWindow* parent, Desk& desk, std::function<void(const sdk::Id&)> choose)
    : wxVListBox(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE), desk_(desk) {
  SetBackgroundColour(solid(desk.colours->side));
  // What is not set is looked up at each painting, in a list that wx makes for that alone.
  SetFont(desk.fonts[Type::body]);
  SetForegroundColour(solid(desk.colours->text));
  name_for_access(*this, desk.say("Conversations"), Role::list);
  Bind(wxEVT_LISTBOX, [this, choose = std::move(choose)](wxCommandEvent& event) {
    if (const auto row = static_cast<std::size_t>(event.GetInt()); row < order().size()) choose(order()[row]);
    announce();
  });
  refresh_people();
}

void ChatListView::refresh_people() {
  order_.take(desk_.feed.book());
  show_order();
}

void ChatListView::show_order() {
  SetItemCount(order().size());
  select(desk_.open_chat);
  Refresh();
}

void ChatListView::set_filter(const std::string& filter) {
  order_.filter(filter);
  show_order();
}

void ChatListView::select(const sdk::Id& who) {
  const auto found = std::ranges::find(order(), who);
  SetSelection(found == order().end() ? wxNOT_FOUND : static_cast<int>(found - order().begin()));
  announce();
}

/// Those who cannot see the rows hear the chosen one.
void ChatListView::announce() {
  auto name = desk_.say("Conversations");
  const auto row = static_cast<std::size_t>(GetSelection());
  if (const auto* person = row < order().size() ? desk_.feed.book().find(order()[row]) : nullptr) {
    const auto shows = chat_row(*person, desk_.notes.notes(), desk_.newest, desk_.now_ms(), *desk_.language);
    name += ": " + shows.name + ", " + shows.second + (shows.badge.empty() ? "" : ", " + shows.badge);
  }
  if (GetName() != shown(name)) name_for_access(*this, name, Role::list);
}

void ChatListView::newest_changed(const sdk::Id& who) {
  asked_.erase(who);
  Refresh();
}

sdk::Id ChatListView::neighbour(int rows) const {
  const auto wanted = GetSelection() + rows;
  return wanted < 0 || wanted >= static_cast<int>(order().size()) ? sdk::Id{}
                                                                  : order()[static_cast<std::size_t>(wanted)];
}

sdk::Id ChatListView::first_unread() const {
  for (const auto& who : order())
    if (const auto* person = desk_.feed.book().find(who); person && person->unread) return who;
  return {};
}

void ChatListView::want_newest(const sdk::Id& who) const {
  if (!asked_.insert(who).second) return;
  desk_.calls().history(who, 0, 1, lifetime_.hold([this, who](const sdk::Status& status, const MessagePage& page) {
    if (!status.ok() || page.messages.empty()) return;
    desk_.newest[who] = page.messages.front();
    const_cast<ChatListView*>(this)->Refresh();
  }));
}

std::string ChatListView::heading_of(std::size_t row) const {
  const auto asks = [this](std::size_t at) {
    const auto* person = desk_.feed.book().find(order()[at]);
    return person && person->relation == sdk::Relation::asking;
  };
  if (order().empty() || row >= order().size() || !asks(0)) return {};
  if (row == 0) return desk_.say("Requests");
  return asks(row - 1) && !asks(row) ? desk_.say("Chats") : std::string();
}

wxCoord ChatListView::OnMeasureItem(size_t row) const {
  return FromDIP(row_height + (heading_of(row).empty() ? 0 : heading_height));
}

void ChatListView::OnDrawItem(wxDC& device, const wxRect& place, size_t index) const {
  if (index >= order().size()) return;
  const auto* person = desk_.feed.book().find(order()[index]);
  if (!person) return;
  want_newest(person->id);
  std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::CreateFromUnknownDC(device));
  if (!context) return;
  Painter painter(*context, desk_, *this);
  const auto high = static_cast<double>(FromDIP(row_height));
  const Box box{static_cast<double>(place.x), place.y + place.height - high, static_cast<double>(place.width), high};
  if (const auto heading = heading_of(index); !heading.empty())
    painter.text(shown(heading), painter.dip(18), place.y + painter.dip(6), Type::small, painter.look.secondary_text);
  draw_row(painter, box, chat_row(*person, desk_.notes.notes(), desk_.newest, desk_.now_ms(), *desk_.language),
           IsSelected(index));
}

void ChatListView::draw_row(Painter& painter, const Box& box, const ChatRow& row, bool selected) const {
  const auto& look = painter.look;
  const auto gap = painter.dip(6), side = painter.dip(46);
  const Box tile{box.x + gap, box.y + painter.dip(2), box.width - 2 * gap, box.height - painter.dip(4)};
  if (selected) painter.fill(tile, look.side_selected, painter.dip(12));
  const Box picture{tile.x + painter.dip(10), tile.y + (tile.height - side) / 2, side, side};
  painter.picture(picture, row.who, row.name);
  if (row.online) {
    const auto x = picture.x + side - painter.dip(6), y = picture.y + side - painter.dip(6);
    painter.disc(x, y, painter.dip(8), selected ? look.side_selected : look.side);
    painter.disc(x, y, painter.dip(6), look.online);
  }
  const auto left = picture.x + side + painter.dip(12), right = tile.x + tile.width - painter.dip(14);
  const auto time = shown(row.time);
  const auto time_width = painter.width(time, Type::tiny);
  painter.text(time, right - time_width, tile.y + painter.dip(14), Type::tiny, look.secondary_text);
  const auto type = row.loud ? Type::strong : Type::body;
  const auto name = painter.fitting(shown(row.name), right - time_width - painter.dip(10) - left, type);
  painter.text(name, left, tile.y + painter.dip(10), type, look.text);
  draw_second_line(painter, {left, tile.y + painter.dip(35), right - left, painter.dip(18)}, row);
}

void ChatListView::draw_second_line(Painter& painter, const Box& box, const ChatRow& row) const {
  const auto& look = painter.look;
  auto room = box.width;
  if (!row.badge.empty())
    room -= painter.badge(row.badge, box.x + box.width, box.y + box.height / 2, row.muted ? look.pill : look.accent,
                          row.muted ? look.secondary_text : look.on_accent) +
            painter.dip(8);
  if (row.kind == ChatRow::Second::request) {
    painter.disc(box.x + box.width - painter.dip(6), box.y + box.height / 2, painter.dip(5), look.alert);
    room -= painter.dip(20);
  }
  const bool draft = row.kind == ChatRow::Second::draft;
  painter.text(painter.fitting(shown(row.second), room, Type::small), box.x, box.y, Type::small,
               draft ? look.alert_text : look.secondary_text);
}

}  // namespace p2pchat::wx_gui
