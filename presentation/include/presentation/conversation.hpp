// SPDX-License-Identifier: MIT
#pragma once
#include "presentation/values.hpp"

#include <cstdint>
#include <deque>
#include <vector>

namespace p2pchat::presentation {

/// The part of a conversation that has been fetched: messages by rising place, without a gap. It begins with the
/// newest; who jumps far back has a part with others on either side, and lets go of what is far from the eye.
class Conversation {
 public:
  /// What an event means for what is on show.
  enum class Effect {
    nothing,  ///< not of this part
    changed,  ///< one message looks different
    grew,     ///< a message came at the end
    beyond,   ///< a message came after all others, but this part does not reach there
    reload    ///< a message was put between others: places may have moved, fetch again
  };

  /// Begins anew with the newest page, newest first; `complete` when there is nothing older.
  void reset(const std::vector<Message>& newest, bool complete);
  /// Begins anew with a page from anywhere.
  void move_to(const std::vector<Message>& page, bool complete);
  /// Puts an older page before what is there; returns how many messages came.
  std::size_t prepend(const std::vector<Message>& older, bool complete);
  /// Puts what is newer than all that is there, of a page that reaches down to it, behind it; returns how many came.
  std::size_t append(const std::vector<Message>& page);
  /// Nothing was found to be newer than this part.
  void set_end() { end_ = newest_place(); }
  Effect take(const Message& message);
  /// Lets go of the messages before `begin` and from `end` on.
  void keep(std::size_t begin, std::size_t end);

  const std::deque<Message>& messages() const { return messages_; }
  /// The place below which older messages lie, 0 when nothing is there.
  std::uint64_t oldest_place() const { return messages_.empty() ? 0 : messages_.front().place; }
  std::uint64_t newest_place() const { return messages_.empty() ? 0 : messages_.back().place; }
  /// Where the newest message stands that is known of, in this part or not.
  std::uint64_t end() const { return end_; }
  /// Whether nothing is older than this part, and whether nothing is newer.
  bool complete() const { return complete_; }
  bool at_end() const { return newest_place() >= end_; }
  bool loaded() const { return loaded_; }
  /// The index of the first message at a place or above; `messages().size()` when there is none.
  std::size_t index_of(std::uint64_t place) const;
  /// The place of the first message I have not read, 0 when there is none.
  std::uint64_t first_unread() const;
  /// The newest message of mine in a state, or null.
  const Message* newest_mine(sdk::State state) const;

 private:
  std::deque<Message> messages_;
  std::uint64_t end_ = 0;
  bool complete_ = false, loaded_ = false;
};

}  // namespace p2pchat::presentation
