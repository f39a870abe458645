// SPDX-License-Identifier: MIT
#pragma once
#include "fn.hpp"

namespace p2pchat::sdk {
/// Which way a message went.
enum class Direction : std::uint32_t { outgoing, incoming };

/// Delivery state. Outgoing: queued, sent, delivered, read, failed. Incoming: delivered, then read by me.
enum class State : std::uint32_t { queued, sent, delivered, read, failed };

/// One message of a conversation; texts are borrowed for the call.
struct Message {
  Id id;                      ///< SHA-256 of the signed bytes
  Id peer;                    ///< the other side of the conversation
  std::uint64_t time_ms = 0;  ///< the sender's clock: shown, never trusted for order
  std::uint64_t seq = 0;      ///< counts per sender and receiver, from 1
  std::uint64_t place = 0;    ///< where it stands in its conversation; given by the store, rising
  Direction direction = Direction::outgoing;
  State state = State::queued;
  str type;    ///< protocol name, such as `text`
  str body;    ///< UTF-8
  str reason;  ///< why it failed or waits; empty otherwise
};

/// Visits messages; returning 0 ends the visit.
using MessageVisitor = Fn<std::uint32_t(const Message&)>;

/// Durable storage: what `commit` returned ok for survives a loss of power. Thread: [serial], may wait for the disk.
struct P2PCHAT_API Store : Interface {
  P2PCHAT_INTERFACE(Store, "p2pchat.store/1")
  /// Opens or creates the store in a directory that exists. Writes a sentence for the user into `notice` when
  /// something was repaired or set aside. Errors: `busy`: another process has it, `io`, `unsupported`: newer schema.
  virtual Status open(str directory, Out& notice) = 0;
  /// Writes everything and closes. Harmless when not open.
  virtual void close() noexcept = 0;
  /// Begins a group of writes; reads inside it see them. Every write stands between `begin` and `commit`.
  virtual Status begin() = 0;
  /// Makes the group durable. On an error nothing of the group is kept.
  virtual Status commit() = 0;
  /// Forgets the group.
  virtual void rollback() noexcept = 0;
  /// Sets one entry of a named table. Limits: table name 64 bytes, key 256, value 1 MiB.
  virtual Status put(str table, bytes key, bytes value) = 0;
  /// Reads one entry. Errors: `not_found`.
  virtual Status get(str table, bytes key, Out& value) = 0;
  /// Removes one entry; removing what is not there is ok.
  virtual Status erase(str table, bytes key) = 0;
  /// Visits entries in byte order of their keys, from `from` on, at most `limit`; returning 0 ends the visit.
  virtual Status scan(str table, bytes from, std::uint32_t limit,
                      const Fn<std::uint32_t(bytes key, bytes value)>& each) = 0;
  /// Adds a message; `place` is ignored. `added` is 0 when this id is already there, and nothing changes. A message
  /// that arrives late is placed before those of the same sender with a higher `seq`.
  virtual Status add(const Message& message, std::uint32_t& added) = 0;
  /// Changes state and reason. Errors: `not_found`.
  virtual Status set_state(const Id& message, State state, str reason) = 0;
  /// One message. Errors: `not_found`.
  virtual Status message(const Id& id, const MessageVisitor& each) = 0;
  /// A conversation, newest first, only places below `before` (0: from the end), at most `limit`.
  virtual Status history(const Id& peer, std::uint64_t before, std::uint32_t limit, const MessageVisitor& each) = 0;
  /// Outgoing messages in state queued or sent, by peer, then `seq`.
  virtual Status unsettled(const MessageVisitor& each) = 0;
  /// Marks incoming messages up to `place` as read and visits those that were not.
  virtual Status mark_read(const Id& peer, std::uint64_t place, const MessageVisitor& each) = 0;
  /// How many incoming messages of a peer I have not read, and the time of the newest message either way (0: none).
  virtual Status summary(const Id& peer, std::uint64_t& unread, std::uint64_t& newest_ms) = 0;
  /// Forgets a conversation.
  virtual Status forget(const Id& peer) = 0;
  /// Messages that hold every word, newest first, only those with an internal rank below `before` (0: from the
  /// newest; the rank to go on from is written to `next`, 0 at the end). One CJK character counts as a word; the
  /// last word may be a beginning. A zero `peer` searches everywhere.
  virtual Status search(str words, const Id& peer, std::uint64_t before, std::uint32_t limit, std::uint64_t& next,
                        const MessageVisitor& each) = 0;
};
}  // namespace p2pchat::sdk
