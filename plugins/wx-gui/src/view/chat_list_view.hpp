// SPDX-License-Identifier: MIT
#pragma once
#include "model/chat_order.hpp"
#include "shell/lifetime.hpp"
#include "view/painter.hpp"

#include <set>

namespace p2pchat::wx_gui {

/// The conversations, each with its newest message. What a row shows is made and fetched when it is drawn.
class ChatListView final : public wxVListBox {
 public:
  ChatListView(wxWindow* parent, Desk& desk, std::function<void(const sdk::Id&)> choose);
  /// Reads the address book again.
  void refresh_people();
  void set_filter(const std::string& filter);
  void select(const sdk::Id& who);
  /// Forgets the newest message of somebody, so that it is fetched again.
  void newest_changed(const sdk::Id& who);
  /// The conversation so many rows below (or above) the selected one; zero when there is none.
  sdk::Id neighbour(int rows) const;
  /// The first conversation with something unread; zero when there is none.
  sdk::Id first_unread() const;

 private:
  void announce();
  void OnDrawItem(wxDC& device, const wxRect& place, size_t row) const override;
  void OnDrawBackground(wxDC&, const wxRect&, size_t) const override {}
  wxCoord OnMeasureItem(size_t row) const override;
  /// The words above a row that begins a part of the list; empty when it does not, or there is but one part.
  std::string heading_of(std::size_t row) const;
  void draw_row(Painter& painter, const Box& box, const ChatRow& row, bool selected) const;
  void draw_second_line(Painter& painter, const Box& box, const ChatRow& row) const;
  void want_newest(const sdk::Id& who) const;

  Desk& desk_;
  const std::vector<sdk::Id>& order() const { return order_.shown(); }
  void show_order();
  ChatOrder order_;
  mutable std::set<sdk::Id> asked_;  // whose newest message is under way or known; drawing is const for wx
  Lifetime lifetime_;
};

}  // namespace p2pchat::wx_gui
