// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/retries.hpp"
#include "pond.hpp"

#include <set>

namespace p2pchat::lan_bottle {

/// News of notes: brings the senders of those that lie here what they must hear, until they say that they have it or a
/// day after the note's end; and keeps what is heard of mine. Thread: [loop].
class NewsDesk {
 public:
  explicit NewsDesk(Pond& pond) : pond_(pond) {}
  /// Begins to bring what a held note's record says it owes. Harmless when that has begun.
  void owe(const Id& note) { retries_.begin(note); }
  void resume();
  /// A node is there: what waits for it is tried now.
  void on_online(const Id& node);
  void on_news(const Id& from, std::string_view text);

 private:
  void attempt(const Id& note);
  void on_answer(const Id& note, const News& news, const sdk::Status& status, std::string_view word);
  Refusal check(const Id& from, const News& news);
  void open(const Id& from, const News& news);
  void keep(const Id& from, const Id& note, Step step);

  Pond& pond_;
  Retries<Id> retries_{pond_.around.host, [this](const Id& note) { attempt(note); }};
  std::set<std::pair<Id, Id>> pending_;  // being opened or written: a copy of it waits for the same word
};

}  // namespace p2pchat::lan_bottle
