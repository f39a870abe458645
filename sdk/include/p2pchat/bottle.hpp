// SPDX-License-Identifier: MIT
#pragma once
#include "fn.hpp"

namespace p2pchat::sdk {
/// How far a bottle has come. Mine: queued to expired. Another's here: passing to kept, or answered by me.
enum class Voyage : std::uint32_t { queued, adrift, ashore, answered, expired, passing, unread, read, kept };

/// A bottle as this node knows it; `body` is borrowed for the call.
struct BottleView {
  Id id, sender;
  std::uint64_t time_ms = 0, expiry_ms = 0;  ///< by the sender's clock
  std::uint64_t here_ms = 0;                 ///< when it was thrown or came, by mine
  Voyage voyage = Voyage::queued;
  std::uint32_t hops = 0, beaches = 0, answers = 0;  ///< rounds it drifted here, if any; of mine: found, answered
  str body;
};

/// What the response queue of a bottle of mine holds: adrift (a node took it over), ashore, answered or expired.
struct BottleStep {
  Voyage voyage = Voyage::adrift;
  Id node;
  std::uint64_t time_ms = 0;
  std::uint32_t hops = 0;
  str text;  ///< of an answer
};

/// Drift bottles. Thread: [loop]; `done` when it is durable. Texts: 1 to 1,000 characters. Events when one came or
/// changed: `bottle.mine`, `bottle.beach`, `bottle.passing` [bottle]. Errors: `not_found`, `expired`.
struct P2PCHAT_API Bottle : Interface {
  P2PCHAT_INTERFACE(Bottle, "p2pchat.bottle/1")
  /// Throws a note to whoever finds it. `ttl_s` 0 is 7 days, 14 at most. Errors: `invalid`, `busy`: too many an hour.
  virtual void cast(str body, std::uint32_t ttl_s, Fn<void(const Status&, const Id& bottle)>&& done) = 0;
  /// Others' bottles that lie or pass here, newest first.
  virtual void beach(const Fn<void(const BottleView&)>& each) = 0;
  /// Mine, newest first.
  virtual void mine(const Fn<void(const BottleView&)>& each) = 0;
  /// The response queue of a bottle of mine, in order.
  virtual void journey(const Id& bottle, const Fn<void(const BottleStep&)>& each) = 0;
  /// Marks a found bottle as read.
  virtual void open(const Id& bottle, StatusFn&& done) = 0;
  /// Answers a found bottle, once; the answer is kept until its creator has it. Errors: `refused` the second time.
  virtual void answer(const Id& bottle, str text, StatusFn&& done) = 0;
  /// Keeps a found bottle here, past its expiry, until it is released.
  virtual void keep(const Id& bottle, StatusFn&& done) = 0;
  /// Throws a found bottle back, to others; it lies here no longer.
  virtual void release(const Id& bottle, StatusFn&& done) = 0;
  /// Throws one that only `receiver` can open; `done` when a node has it. Errors: `too_large` (16 KiB), `timed_out`.
  virtual void cast_to(const Id& receiver, bytes sealed, std::uint32_t ttl_s, StatusFn&& done) = 0;
  /// Hears bottles addressed to me, again at times until they are `taken`.
  virtual void on_addressed(Fn<void(const Id& bottle, const Id& sender, bytes sealed)>&& f) = 0;
  /// What an addressed bottle held is safe with me, or worth nothing: it is erased at sea.
  virtual void taken(const Id& bottle) = 0;
};
}  // namespace p2pchat::sdk
