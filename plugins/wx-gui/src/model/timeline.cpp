// SPDX-License-Identifier: MIT
#include "model/timeline.hpp"

#include "model/words.hpp"
#include "text/time_words.hpp"

namespace p2pchat::wx_gui {
namespace {

constexpr std::uint64_t group_ms = 5 * 60 * 1000;

bool close_in_time(const Message& before, const Message& message) {
  return message.time_ms >= before.time_ms && message.time_ms - before.time_ms < group_ms;
}

}  // namespace

RowFacts facts_of(const Conversation& conversation, std::size_t index, const TimelineView& view,
                  const Language& language) {
  const auto& messages = conversation.messages();
  const auto& message = messages[index];
  const auto* before = index ? &messages[index - 1] : nullptr;
  const auto* after = index + 1 < messages.size() ? &messages[index + 1] : nullptr;
  RowFacts facts;
  if (!before || !same_day(before->time_ms, message.time_ms))
    facts.day = day_words(message.time_ms, view.now_ms, language);
  if (view.unread_from && message.place == view.unread_from)
    facts.unread = language.count("{n} new message", "{n} new messages", view.unread_count);
  facts.grouped = before && facts.day.empty() && facts.unread.empty() && before->direction == message.direction &&
                  close_in_time(*before, message);
  facts.time = clock_text(message.time_ms);
  facts.reason = reason_words(message, language);
  if (message.incoming()) return facts;
  const bool said_below = after && !after->incoming() && after->state == message.state;
  if (!said_below || message.state == sdk::State::failed) facts.state = state_words(message.state, language);
  facts.can_retry = message.state == sdk::State::failed;
  facts.can_cancel = message.state == sdk::State::queued || message.state == sdk::State::sent;
  return facts;
}

}  // namespace p2pchat::wx_gui
