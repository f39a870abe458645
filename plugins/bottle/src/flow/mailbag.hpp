// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/retries.hpp"
#include "flow/shore.hpp"

namespace p2pchat::bottle {

/// Brings `found` and `reply` to the creators of held bottles: tries until the creator says `handled`, later and later,
/// and whenever the creator is online; given up a day after the bottle's end. Thread: [loop].
class Mailbag {
 public:
  explicit Mailbag(Shore& shore) : shore_(shore) {}
  /// Begins to bring what a held bottle's record says it owes. Harmless when that has begun.
  void owe(const SeenKey& key) { errands_.begin(key); }
  /// A node is there: what waits for it is tried now.
  void on_online(const Id& node);
  /// Called when a held bottle owes nothing any more.
  std::function<void(const Held&)> on_settled;

 private:
  void attempt(const SeenKey& key);
  void send(const SeenKey& key, const Held& held);
  void on_answer(const SeenKey& key, Matter matter, const sdk::Status& status, std::string_view verdict);
  void settle(const SeenKey& key, Matter matter);

  Shore& shore_;
  Retries<SeenKey> errands_{shore_.around.host, [this](const SeenKey& key) { attempt(key); }};
};

}  // namespace p2pchat::bottle
