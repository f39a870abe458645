// SPDX-License-Identifier: MIT
#pragma once
#include "model/conversation.hpp"

#include <deque>
#include <string>
#include <vector>

namespace p2pchat::terminal_ui {

/// One row of a conversation on show.
struct TimelineRow {
  enum class Kind { day, unread, text, reason };
  Kind kind = Kind::text;
  sdk::Id message;  ///< whose row it is; of a `day` or `unread` row, the message after it
  bool incoming = false;
  std::string time;   ///< on the first row of a message
  std::string name;   ///< on the first row of a group
  std::string text;   ///< wrapped already, harmless already
  std::string state;  ///< on the last row of a message of mine, where it is not the same as what follows
  sdk::State how = sdk::State::queued;
};

/// How to lay a conversation out.
struct TimelineLayout {
  int text_width = 40;  ///< cells for the text
  std::string mine = "you", theirs;
  std::uint64_t unread_from = 0;  ///< place of the first unread message, 0 for none
  bool marks = false;             ///< states as signs, not words
};

/// Days, groups (one sender, five minutes), wrapped texts, states, why something failed or waits.
std::vector<TimelineRow> lay_out(const std::vector<Message>& messages, const TimelineLayout& layout);
std::vector<TimelineRow> lay_out(const std::deque<Message>& messages, const TimelineLayout& layout);

}  // namespace p2pchat::terminal_ui
