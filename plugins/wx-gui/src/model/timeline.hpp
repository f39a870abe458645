// SPDX-License-Identifier: MIT
#pragma once
#include "presented.hpp"
#include "text/language.hpp"

namespace p2pchat::wx_gui {

/// What surrounds the text of one message.
struct RowFacts {
  std::string day;       ///< words of a date pill above it, or empty
  std::string unread;    ///< words of the line above the first unread message, or empty
  bool grouped = false;  ///< follows the one above closely: no picture, little room
  std::string time;
  std::string state;   ///< of a message of mine, where it is not the same as what follows
  std::string reason;  ///< why it waits or failed
  bool can_retry = false, can_cancel = false;
  bool operator==(const RowFacts&) const = default;
};

/// What the facts depend on besides the messages.
struct TimelineView {
  std::uint64_t now_ms = 0;
  std::uint64_t unread_from = 0;   ///< place of the first message that was unread, 0 for none
  std::uint64_t unread_count = 0;  ///< how many they were
};

/// Days, groups (one sender, five minutes), states, why something failed or waits, of the message at an index.
RowFacts facts_of(const Conversation& conversation, std::size_t index, const TimelineView& view,
                  const Language& language);

}  // namespace p2pchat::wx_gui
