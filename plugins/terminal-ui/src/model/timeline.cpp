// SPDX-License-Identifier: MIT
#include "model/timeline.hpp"

#include "model/words.hpp"
#include "presented.hpp"
#include "text/clock.hpp"
#include "text/glyphs.hpp"
#include "text/wrap.hpp"

namespace p2pchat::terminal_ui {
namespace {

constexpr std::uint64_t group_ms = 5 * 60 * 1000;

class LayingOut {
 public:
  explicit LayingOut(const TimelineLayout& layout) : layout_(layout) {}

  void take(const Message& message, const Message* before, const Message* after) {
    const bool new_day = !before || day_text(before->time_ms) != day_text(message.time_ms);
    if (new_day) add(TimelineRow::Kind::day, message, day_text(message.time_ms));
    const bool unread_here = layout_.unread_from != 0 && message.place == layout_.unread_from;
    if (unread_here) add(TimelineRow::Kind::unread, message, "new");
    const bool grouped = before && !new_day && !unread_here && before->direction == message.direction &&
                         message.time_ms - before->time_ms < group_ms;
    texts(message, grouped);
    state(message, after);
    reason(message);
  }

  std::vector<TimelineRow> rows;

 private:
  TimelineRow& add(TimelineRow::Kind kind, const Message& message, std::string text) {
    rows.push_back({kind, message.id, message.incoming(), {}, {}, std::move(text), {}, message.state});
    return rows.back();
  }

  void texts(const Message& message, bool grouped) {
    const auto text = visible(message.body);
    bool first = true;
    for (const auto& row : wrap(text, layout_.text_width)) {
      auto& added = add(TimelineRow::Kind::text, message, text.substr(row.begin, row.end - row.begin));
      if (first) added.time = clock_text(message.time_ms);
      if (first && !grouped) added.name = message.incoming() ? layout_.theirs : layout_.mine;
      first = false;
    }
  }

  void state(const Message& message, const Message* after) {
    if (message.incoming()) return;
    const bool same_follows = after && !after->incoming() && after->state == message.state;
    if (!layout_.marks && same_follows && message.state != sdk::State::failed) return;
    const std::string text(layout_.marks ? mark(message.state) : word(message.state));
    const bool fits = columns(rows.back().text) + 1 + columns(text) <= layout_.text_width;
    if (!fits) add(TimelineRow::Kind::text, message, {});
    rows.back().state = text;
  }

  void reason(const Message& message) {
    if (message.incoming() || message.reason.empty()) return;
    const auto text =
        (message.state == sdk::State::failed ? "not sent: " : "waits: ") + visible_line(reason_words(message.reason));
    for (const auto& row : wrap(text, layout_.text_width))
      add(TimelineRow::Kind::reason, message, text.substr(row.begin, row.end - row.begin));
  }

  const TimelineLayout& layout_;
};

template <class Messages>
std::vector<TimelineRow> rows_of(const Messages& messages, const TimelineLayout& layout) {
  LayingOut laying(layout);
  for (std::size_t i = 0; i < messages.size(); ++i)
    laying.take(messages[i], i ? &messages[i - 1] : nullptr, i + 1 < messages.size() ? &messages[i + 1] : nullptr);
  return std::move(laying.rows);
}

}  // namespace

std::vector<TimelineRow> lay_out(const std::vector<Message>& messages, const TimelineLayout& layout) {
  return rows_of(messages, layout);
}

std::vector<TimelineRow> lay_out(const std::deque<Message>& messages, const TimelineLayout& layout) {
  return rows_of(messages, layout);
}

}  // namespace p2pchat::terminal_ui
