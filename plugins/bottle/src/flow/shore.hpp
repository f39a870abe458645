// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/blocked_senders.hpp"
#include "bottle/refusals.hpp"
#include "flow/records.hpp"
#include "flow/rounds.hpp"
#include "judge/quotas.hpp"
#include "note/messages.hpp"

namespace p2pchat::bottle {

/// What this node has of the sea and how it speaks with it: what the parts of the flow share. Thread: [loop].
struct Shore {
  explicit Shore(Surroundings surroundings) : around(std::move(surroundings)) {}
  Shore(const Shore&) = delete;

  std::uint64_t now_ms() { return around.host.now_ms(); }
  void publish(sdk::str topic, const Id& bottle) { around.host.publish(topic, bottle, {}); }
  /// Tells a node what became of what it sent.
  void say(const Id& to, Matter matter, const Id& bottle, std::string_view verdict) {
    around.network.send(to, handled_type, write_handled({bottle, matter, std::string(verdict)}), {});
  }
  /// Counts a refusal and tells it.
  void refuse(const Id& to, Matter matter, const Id& bottle, Refusal refusal) {
    refusals.count(refusal);
    say(to, matter, bottle, told_word(refusal));
  }

  Surroundings around;
  Records records{around};
  Handover handover{around.host, around.network};
  Rounds rounds{around, handover};
  BlockedSenders blocked{around.host, around.chat};
  Refusals refusals{around.host};
  wire::JsonParser parser{};
  Beach beach{};
  Mine mine{};
  SeenCache seen{};
  /// What nodes may say beside bottles: `found`, `reply`, `collect`, `taken`.
  PeerRates words{{.per_second = 20, .burst = 60}};
};

}  // namespace p2pchat::bottle
