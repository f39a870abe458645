// SPDX-License-Identifier: MIT
#pragma once
#include "store.hpp"

namespace p2pchat::sdk {
/// How a contact and I stand to each other.
enum class Relation : std::uint32_t {
  asked,     ///< I asked, they have not answered
  asking,    ///< they asked, I have not answered: a request
  accepted,  ///< we chat
  blocked    ///< nothing of theirs is shown or answered
};

/// A person in the address book or a request; texts are borrowed for the call.
struct Contact {
  Id id;
  str name;      ///< what I call them, or what they call themselves
  str greeting;  ///< the text of a request
  Relation relation = Relation::asked;
  std::uint32_t online = 0;  ///< 1 while a session stands
  std::uint64_t unread = 0;
  std::uint64_t newest_ms = 0;  ///< time of the newest message, 0 when there is none
};

using MessagesFn = Fn<void(const Message&)>;

/// What a user interface, a bot or a bridge uses. Implemented by the host. Append-only. Thread: [any]; callbacks on the
/// loop. Events on `Host::subscribe` [subject]: `identity.ready` [me], `message.added` and `message.state` [message],
/// `contact.changed`, `peer.online` and `peer.offline` [node], `net.status` and `notice` (detail: one sentence).
struct P2PCHAT_API Chat : Interface {
  P2PCHAT_INTERFACE(Chat, "p2pchat.chat/1")
  /// Who I am; `invite` is the line to give to others. Waits until the key is made.
  virtual void self(Fn<void(const Status&, const Id& id, str name, str invite)>&& done) noexcept = 0;
  /// Sets the name I give to those I ask. Limit: 500 bytes.
  virtual void rename(str name, StatusFn&& done) noexcept = 0;
  /// Asks somebody to be a contact. `invite` is an invite line or a bare id. Errors: `malformed`, `invalid` for myself.
  virtual void add_contact(str invite, str name, str greeting, Fn<void(const Status&, const Id&)>&& done) noexcept = 0;
  /// Answers a request with yes. Errors: `not_found`.
  virtual void accept(const Id& who, StatusFn&& done) noexcept = 0;
  /// Forgets a contact or a request; with `history` not 0 the conversation too.
  virtual void remove_contact(const Id& who, std::uint32_t history, StatusFn&& done) noexcept = 0;
  /// Blocks (not 0) or unblocks (0) somebody, known or not.
  virtual void block(const Id& who, std::uint32_t on, StatusFn&& done) noexcept = 0;
  /// Sets what I call a contact. Errors: `not_found`.
  virtual void name_contact(const Id& who, str name, StatusFn&& done) noexcept = 0;
  /// Everybody, requests and blocked included, then `done`.
  virtual void contacts(Fn<void(const Contact&)>&& each, StatusFn&& done) noexcept = 0;
  /// Sends a text: `done` when it is saved. Errors: `not_found`, `too_large` over 64 KiB, `invalid` not UTF-8 or empty.
  virtual void send(const Id& to, str text, Fn<void(const Status&, const Id& message)>&& done) noexcept = 0;
  /// Queues a failed message again.
  virtual void retry(const Id& message, StatusFn&& done) noexcept = 0;
  /// Gives up an outgoing message that is not delivered: it is failed, with that reason.
  virtual void cancel(const Id& message, StatusFn&& done) noexcept = 0;
  /// A conversation, newest first; see `Store::history`.
  virtual void history(const Id& peer, std::uint64_t before, std::uint32_t limit, MessagesFn&& each,
                       StatusFn&& done) noexcept = 0;
  /// One message. Errors: `not_found`.
  virtual void message(const Id& id, MessagesFn&& each, StatusFn&& done) noexcept = 0;
  /// Searches texts; see `Store::search`. `next` is where to go on, 0 at the end.
  virtual void search(str words, const Id& peer, std::uint64_t before, std::uint32_t limit, MessagesFn&& each,
                      Fn<void(const Status&, std::uint64_t next)>&& done) noexcept = 0;
  /// Marks a conversation as read up to a place and tells the sender.
  virtual void mark_read(const Id& peer, std::uint64_t place, StatusFn&& done) noexcept = 0;
};
}  // namespace p2pchat::sdk
