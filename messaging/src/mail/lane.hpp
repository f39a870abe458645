// SPDX-License-Identifier: MIT
#pragma once
#include "draft.hpp"

#include <deque>
#include <vector>

namespace p2pchat::messaging {

/// One message of a lane's window, on its way.
struct Outgoing {
  enum class Step {
    unsigned_,  ///< nothing done yet
    signing,    ///< in the signing queue
    ready,      ///< its line may be sent
    leaving,    ///< handed to the sessions, not yet told whether it left
    sent,       ///< left; the receiver has not answered
    settled     ///< answered; the answer is being stored
  };
  Letter letter;         ///< body and signature are dropped once the line is made
  std::string line;      ///< as it travels
  std::size_t cost = 0;  ///< bytes counted against the window
  Step step = Step::unsigned_;
  bool saved = true;    ///< durable; nothing else may be sent
  bool marked = false;  ///< the store knows that it was sent
};

/// What waits for one peer, in order: a window of whole messages, and behind it only the ids of the rest.
///
/// Pure: says what may be signed and sent now, and never does it. Memory: the window is bounded by count and bytes, the
/// rest costs 32 bytes a message. Pointers given out are valid until the next change.
class Lane {
 public:
  static constexpr std::size_t max_window = 2048, max_window_bytes = 4 * 1024 * 1024;
  /// While the peer is absent a few messages are enough to knock with.
  static constexpr std::size_t max_window_absent = 4;
  static constexpr std::size_t max_page = 512, max_page_bytes = 1024 * 1024;

  /// A new message, the last so far, which is signed but not sent before `saved`. What is not a text never waits
  /// behind texts.
  void push(const Letter& letter, bool online);
  /// A new message is durable.
  void saved(std::uint64_t seq);
  /// One that waits in the store, behind everything pushed so far.
  void push_id(const sdk::Id& id) { behind_.push_back(id); }
  /// Puts one where its sequence number belongs.
  void insert(Letter letter);
  /// Forgets a message wherever it waits.
  void remove(const sdk::Id& id);

  /// The ids to read from the store now, in order; answer with `page`. Empty while a page is on its way.
  std::vector<sdk::Id> wanted(bool online);
  /// What came of the first `looked_at` ids of `wanted`: those that still wait. The others go back behind the window.
  /// Ignored when something has changed meanwhile; then they are wanted again.
  void page(const std::vector<sdk::Id>& asked, std::vector<Letter> letters, std::size_t looked_at);

  /// What to sign, and what to send, now; in order. Offline the first alone, to knock with.
  std::vector<Outgoing*> to_sign(bool online);
  std::vector<Outgoing*> to_send(bool online);
  /// The message in the window with this number, or id; null when it is not there.
  Outgoing* find(std::uint64_t seq);
  Outgoing* find(const sdk::Id& id);

  /// Texts are refused for now: from here on only one is offered in each session, until `release`.
  void hold();
  void release() { held_ = false; }
  /// Patience ended: whatever has left unanswered is sent again, in order.
  void resend();
  /// A session began: the same, and one text is offered to somebody who refused them.
  void begin_session();
  /// The last session ended: only a few messages stay in memory.
  void shrink();

  bool empty() const { return window_.empty() && behind_.empty() && paging_.empty(); }
  /// Whether something can be sent, or waits for its receipt.
  bool moving() const;
  /// How much memory the window takes, about.
  std::size_t bytes() const { return bytes_; }

 private:
  bool may_travel(const Outgoing& outgoing) const;
  bool has_room(bool online) const;
  void put_back(std::size_t from);
  void erase(std::deque<Outgoing>::iterator at);

  std::deque<Outgoing> window_;  // by sequence number
  std::deque<sdk::Id> behind_;
  std::vector<sdk::Id> paging_;  // taken from behind the window, on their way from the store
  std::size_t bytes_ = 0, hint_ = 0;
  bool held_ = false;
  std::uint64_t offered_ = 0;  // the one text that travels while held, by number; 0: none
};

}  // namespace p2pchat::messaging
