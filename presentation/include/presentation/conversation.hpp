// SPDX-License-Identifier: MIT
#pragma once
#include "presentation/values.hpp"

#include <cstdint>
#include <deque>
#include <vector>

namespace p2pchat::presentation {

/// The part of a conversation that has been fetched: always its newest messages, without a gap, by rising place. The
/// texts of those that are far from what is on show may be dropped and filled in again.
class Conversation {
 public:
  /// What an event means for what is on show.
  enum class Effect {
    nothing,  ///< not of this part
    changed,  ///< one message looks different
    grew,     ///< a message came at the end
    reload    ///< a message was put between others: places may have moved, fetch again
  };

  /// Begins anew with the newest page, newest first; `complete` when there is nothing older.
  void reset(const std::vector<Message>& newest, bool complete);
  /// Puts an older page before what is there; returns how many messages came.
  std::size_t prepend(const std::vector<Message>& older, bool complete);
  Effect take(const Message& message);
  /// Puts texts back where they were dropped.
  void fill(const std::vector<Message>& page);
  /// Drops the texts of all messages before `begin` and from `end` on. The cost is that of the texts that are there.
  void keep_texts(std::size_t begin, std::size_t end);

  const std::deque<Message>& messages() const { return messages_; }
  /// The place below which older messages lie, 0 when nothing is there.
  std::uint64_t oldest_place() const { return messages_.empty() ? 0 : messages_.front().place; }
  std::uint64_t newest_place() const { return messages_.empty() ? 0 : messages_.back().place; }
  bool complete() const { return complete_; }
  bool loaded() const { return loaded_; }
  /// The index of the first message at a place or above; `messages().size()` when there is none.
  std::size_t index_of(std::uint64_t place) const;
  /// The place of the first message I have not read, 0 when there is none.
  std::uint64_t first_unread() const;
  /// The newest message of mine in a state, or null.
  const Message* newest_mine(sdk::State state) const;

 private:
  /// Places from `begin` up to, not including, `end`.
  struct Places {
    std::uint64_t begin = 0, end = 0;
  };
  void texts_came(Places places);
  void drop_texts(std::size_t begin, std::size_t end);
  std::deque<Message> messages_;
  bool complete_ = false, loaded_ = false;
  std::vector<Places> texts_;  // where texts may be: nowhere else
};

}  // namespace p2pchat::presentation
