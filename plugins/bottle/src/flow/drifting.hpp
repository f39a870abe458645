// SPDX-License-Identifier: MIT
#pragma once
#include "flow/admission.hpp"
#include "flow/mailbag.hpp"

namespace p2pchat::bottle {

/// What happens to others' bottles here: judged, made durable, answered with `handled`, sent on. Thread: [loop].
class Drifting {
 public:
  /// So many bottles on their way at once; more are `busy`.
  static constexpr std::size_t most_rounds = 256;

  Drifting(Shore& shore, Admission& admission, Mailbag& mailbag)
      : shore_(shore), admission_(admission), mailbag_(mailbag) {}
  void on_bottle(const Id& from, std::string_view text);
  /// Makes the legs that an earlier process owed.
  void resume();
  /// Makes the legs that a held bottle's record says it owes; `reached` have it already.
  void travel(const SeenKey& key, std::vector<Id> reached);

  /// Called when an addressed bottle for me is here, or came again although it is taken (`is_new` 0).
  std::function<void(const Id& from, const Held& held, bool is_new)> on_mine;
  /// Called when something held is new or has changed.
  std::function<void(const Held&)> on_changed;

 private:
  void come_again(const Id& from, Note note);
  void take(const Id& from, Note note);
  Refusal find_room(const Note& note, bool is_ashore);
  void forget(const SeenKey& key);
  void on_durable(const SeenKey& key, const sdk::Status& status);
  void welcome(const Held& held, const Id& from);
  void on_ashore(const SeenKey& key);
  void on_round_done(const SeenKey& key);

  Shore& shore_;
  Admission& admission_;
  Mailbag& mailbag_;
  std::map<SeenKey, std::vector<Id>> pending_;  // not durable yet: who waits for the word, the first first
};

}  // namespace p2pchat::bottle
