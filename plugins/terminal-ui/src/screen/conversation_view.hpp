// SPDX-License-Identifier: MIT
#pragma once
#include "model/conversation.hpp"
#include "model/timeline.hpp"
#include "screen/page.hpp"

#include <optional>

namespace p2pchat::terminal_ui {

/// One conversation on show: pages of it from the store, where it is scrolled to, what is marked as read.
///
/// It stays where it is when something is added, unless the newest message is in sight.
class ConversationView {
 public:
  explicit ConversationView(Desk& desk) : desk_(desk) {}

  /// Shows a conversation from its end, or around a message when `place` is not 0.
  void open(const sdk::Id& peer, std::uint64_t place = 0);
  void close();
  std::optional<sdk::Id> peer() const { return peer_; }
  void hear(const Event& event);
  void draw(Grid& grid, const Rect& rect);
  /// Scrolls by rows; up is positive.
  void scroll(int by);
  void scroll_page(int pages) { scroll(pages * std::max(1, height_ - 2)); }
  void to_end() { scroll(-static_cast<int>(rows_.size())); }
  /// Tries the newest failed message again, or gives up the newest that waits.
  void retry();
  void cancel();
  /// Nothing is marked as read while it is not on screen.
  void set_visible(bool visible);

 private:
  void fetch_newest();
  void fetch_older(std::uint32_t count);
  void came(const MessagePage& page, std::uint32_t asked, bool newest);
  void go_to_target();
  void bring_into_sight();
  void rebuild(int width);
  void mark_read();
  void act_on(sdk::State state, Verb verb, std::string_view none);
  void draw_row(Grid& grid, const Rect& rect, const TimelineRow& row) const;
  TimelineLayout layout(int columns) const;

  Desk& desk_;
  std::optional<sdk::Id> peer_;
  Conversation conversation_;
  std::vector<TimelineRow> rows_;
  int width_ = 0, height_ = 0, scroll_ = 0, name_width_ = 0;
  std::size_t below_ = 0;  ///< messages that came while scrolled up
  bool dirty_ = true, fetching_ = false, visible_ = true;
  std::uint64_t opening_ = 0, unread_from_ = 0, read_up_to_ = 0, target_ = 0;
  std::optional<sdk::Id> found_;  ///< the message gone to
  std::optional<sdk::Id> focus_;  ///< the message to bring into sight at the next picture
};

}  // namespace p2pchat::terminal_ui
