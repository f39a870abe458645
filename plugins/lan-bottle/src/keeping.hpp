// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/hourly_limit.hpp"
#include "pond.hpp"

#include <set>

namespace p2pchat::lan_bottle {

/// Others' notes: judged, made durable, then answered; and brought to the receivers of those that wait here.
/// Thread: [loop].
class Keeping {
 public:
  explicit Keeping(Pond& pond) : pond_(pond) {}
  void on_note(const Id& from, std::string_view text);
  void on_collect(const Id& from, std::string_view text);
  /// Brings what waits for a node, one after the other.
  void deliver(const Id& receiver);
  /// Counts again what an earlier process counted.
  void load(std::function<void(const sdk::Status&)> done);

  /// Called when another's drift bottle lies here.
  std::function<void(const Held&)> on_ashore;
  /// Called when a note for me is here.
  std::function<void(const Held&)> on_mine;

 private:
  /// So many notes are being written at once; more are `busy`.
  static constexpr std::size_t most_pending = 256;
  Refusal judge(const Note& note);
  bool is_near(const Note& note);
  Refusal find_room(const Note& note);
  void take(const Id& from, Note note);
  void on_durable(const Id& note, const sdk::Status& status);
  void deliver_if_online(const Id& receiver);
  void bring(const Id& receiver, std::vector<Id> notes);
  void save_quotas_soon();
  HourlyLimit& limit_of(const Note& note) { return note.is_addressed() ? addressed_ : drift_; }

  Pond& pond_;
  PeerRates peers_{{.per_second = 20, .burst = 60}};
  Rate all_;
  HourlyLimit drift_{pond_.settings.sender_per_hour, 16'384}, addressed_{64, 16'384};
  std::map<Id, std::vector<Id>> pending_;  // not durable yet: who waits for the word, the first first
  std::set<Id> receivers_;                 // to whom something is being brought
  bool is_saving_ = false;
};

}  // namespace p2pchat::lan_bottle
