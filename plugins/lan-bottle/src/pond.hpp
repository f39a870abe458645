// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/around.hpp"
#include "bottle/blocked_senders.hpp"
#include "bottle/handover.hpp"
#include "bottle/ledger.hpp"
#include "bottle/rate.hpp"
#include "bottle/refusals.hpp"
#include "bottle/seen_cache.hpp"
#include "messages.hpp"
#include "notes.hpp"
#include "settings.hpp"

namespace p2pchat::lan_bottle {

/// What this node has, and how it speaks with the others: what the parts of the plugin share. Thread: [loop].
class Pond {
 public:
  Pond(const Around& given, const Settings& chosen) : around(given), settings(chosen) {}
  Pond(const Pond&) = delete;

  std::uint64_t now_ms() { return around.host.now_ms(); }
  void publish(sdk::str topic, const Id& note) { around.host.publish(topic, note, {}); }
  /// Tells a node what became of what it sent.
  void say(const Id& to, Matter of, const Id& note, std::string_view word);
  /// Counts a refusal and tells it.
  void refuse(const Id& to, Matter of, const Id& note, Refusal refusal);
  /// Hands `done` an outcome in a step of its own.
  template <class... Rest>
  void answer(sdk::Fn<void(const sdk::Status&, Rest...)>&& done, const sdk::Status& status) {
    around.host.post([done = std::move(done), status] {
      if (done) done(status, std::remove_cvref_t<Rest>{}...);
    });
  }

  /// Makes the state of a note durable, and waits for its end.
  void save(Held& held, sdk::StatusFn done);
  /// Forgets a note and what was heard of it, here and on the disk.
  void erase(const Id& note);
  /// Remembers a note of another until it expires at least.
  void remember(const Note& note);
  /// Adds a step to the journey of a note of mine unless this node has caused one like it; `done` when it is durable.
  void add_step(const Id& note, Step step, sdk::StatusFn done);
  /// Reads what an earlier process left, then calls `done`.
  void load(std::function<void(const sdk::Status&)> done);
  /// Waits for the ends of what was read, and forgets in time what was seen.
  void watch_all();

  Around around;
  Settings settings;
  Octets public_key{};
  Ledger ledger{around.host, around.tables};
  Handover handover{around.host, around.network};
  BlockedSenders blocked{around.host, around.chat};
  Refusals refusals{around.host};
  wire::JsonParser parser{};
  Notes notes{};
  SeenCache seen{};
  /// What nodes may say beside notes.
  PeerRates words{{.per_second = 20, .burst = 60}};

 private:
  void watch(Held& held);
  void end(const Id& note);
  void forget_seen();
};

}  // namespace p2pchat::lan_bottle
