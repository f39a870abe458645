// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/scroll_range.hpp"
#include "canvas/viewport.hpp"
#include "model/selection.hpp"
#include "shell/conversation_loader.hpp"
#include "view/row_painter.hpp"
#include "view/row_pictures.hpp"

namespace p2pchat::wx_gui {

/// The messages of one conversation, drawn by ourselves and scrolled by pixels.
///
/// Rows are measured when they come on show; until then their height is a guess. What is read stays where it is while
/// pages come and go on either side, guesses are corrected and the window changes its size (`Viewport`).
class ConversationCanvas final : public wxWindow {
 public:
  /// `typed` gets keys that are meant for the composer.
  ConversationCanvas(wxWindow* parent, Desk& desk, std::function<void(const wxString&)> typed);
  void open(const sdk::Id& peer);
  void take(const Message& message) { loader_.take(message); }
  /// Scrolls to a message and marks it; what is around it is fetched if it is far away.
  void show_place(std::uint64_t place);
  void clear_mark() { marked_ = 0, Refresh(); }
  /// Marks as read what is on show, if the person can see it.
  void mark_read();
  void scroll_pages(double pages);
  void scroll_to_end();
  void scroll_to_beginning();
  const Conversation& conversation() const { return loader_.conversation(); }
  const sdk::Status& problem() const { return loader_.problem(); }
  /// Does what the button of a message says. For keys, menus and tests.
  void act_on(const Message& message);
  /// Copies the selected text; what of it is not in memory is fetched first.
  void copy_selection();
  /// What can be done with a message, over another window.
  void open_menu_of(std::uint64_t place, wxWindow& over);
  /// The messages are read in another view, so they count as seen though these are not on show.
  void read_elsewhere(bool on) { read_elsewhere_ = on, mark_read(); }
  /// What to call who wrote a message.
  std::string sender_of(const Message& message) const;
  /// Called when messages came or changed.
  std::function<void()> content_changed;
  const Selection& selection() const { return selection_; }
  void select(const Selection& selection) { selection_ = selection, Refresh(); }
  /// Marks these words wherever they stand; empty: none.
  void mark_words(const std::string& words);

 private:
  void changed(const ConversationLoader::Change& change);
  void happened(const Message& message);
  std::int64_t guess(const Message& message) const;
  void guess_all();
  void settle();
  bool measure_shown();
  MeasuredRow measured(std::size_t row);
  void moved();
  ScrollRange scroll_range() const;
  void update_scrollbar();
  void drag_bar_to(std::int64_t top);
  void draw(Painter& painter);
  void draw_row(Painter& painter, std::size_t row);
  void draw_new_pill(Painter& painter);
  void on_size(wxSizeEvent& event);
  void on_scroll(wxScrollWinEvent& event);
  void on_wheel(wxMouseEvent& event);
  void on_press(wxMouseEvent& event);
  void on_drag(wxMouseEvent& event);
  void on_release(wxMouseEvent& event);
  void on_double_click(wxMouseEvent& event);
  void click(const wxPoint& point);
  void on_menu(wxContextMenuEvent& event);
  void on_key(wxKeyEvent& event);
  void drag_to(const wxPoint& point);
  void end_drag();
  void when_loaded(std::uint64_t place, std::function<void()> then);
  const Message* marked_message() const;
  void walk(int rows);
  void extend_by_message(int rows);
  void extend_by_character(int step);
  void select_all();
  void reveal(std::size_t row);
  void open_link(const std::string& link);
  RowMarks marks_of(const Message& message);
  /// The text of a message under a point.
  struct TextUnder {
    const Message* message = nullptr;  ///< null: there are no messages
    TextPlace boundary;                ///< the nearest one
    std::size_t character = text_end;  ///< the one under the point
    std::string link;                  ///< under the point, or empty
  };
  TextUnder text_under(const wxPoint& point);
  void open_menu(const Message& message, wxWindow& over);
  const Message* message_at(const wxPoint& point, MeasuredRow* row, double* top);
  double row_width() const { return GetClientSize().x; }

  Desk& desk_;
  double scale_;
  ConversationLoader loader_;
  RowHeights rows_;
  Viewport view_;
  RowPainter painter_;
  RowPictures pictures_;
  TimelineView facts_;
  bool unread_known_ = false;
  std::uint64_t marked_ = 0;       // place of the message with the ring
  std::uint64_t unseen_ = 0;       // how many came below the view
  std::uint64_t oldest_seen_ = 0;  // the oldest place that was loaded since the conversation was opened
  Selection selection_;
  bool dragging_ = false, read_elsewhere_ = false;
  wxTimer scrolling_;  // while the mouse drags beyond an edge
  std::vector<std::u32string> words_;
  Box new_pill_;
  double wheel_rest_ = 0;
  int width_ = 0;
  std::function<void(const wxString&)> typed_;
};

}  // namespace p2pchat::wx_gui
