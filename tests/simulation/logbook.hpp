// SPDX-License-Identifier: MIT
#pragma once
#include "note/messages.hpp"
#include "sea.hpp"

#include <set>

namespace p2pchat::simulation {

/// What somebody who sees every message knows of one bottle.
struct Story {
  sdk::Id creator;
  std::uint64_t thrown_us = 0, ended_us = 0, expiry_ms = 0;
  std::uint32_t legs = 0, messages = 0;  ///< times the bottle itself was sent; messages about it of any kind
  std::uint32_t rounds = 0;              ///< most hops with which it came ashore
  std::vector<sdk::Id> ashore, passing;  ///< who said so
  std::vector<sdk::Id> nearest;          ///< the three it belongs to, when its last leg ended
};

bool holds(const std::vector<sdk::Id>& ids, const sdk::Id& id);

/// Sees every message of a sea and keeps the story of each bottle that was thrown. Hears what nodes say of themselves,
/// so cheaters are named, and not believed.
class Logbook {
 public:
  explicit Logbook(Sea& sea);
  Logbook(const Logbook&) = delete;
  Logbook& operator=(const Logbook&) = delete;

  /// A bottle of this creator is about to begin its journey.
  void thrown(const sdk::Id& bottle, const sdk::Id& creator);
  std::map<sdk::Id, Story>& stories() { return stories_; }
  std::function<bool(const sdk::Id&)> is_cheater;

  std::uint64_t raised = 0, raised_accepted = 0;  ///< legs that arrived with more gas than their token allows
  std::uint64_t taken_twice = 0;                  ///< times an honest node took a bottle that it had taken before
  std::uint64_t sent_after_expiry = 0, taken_after_expiry = 0;  ///< by honest nodes, more than a minute after its end
  std::uint64_t foreign_taken = 0;  ///< bottles taken that nobody threw: of a cheater, or signed again by one
  std::map<std::string, std::uint64_t> by_type, refusals;  ///< messages; what honest nodes answered to bottles

 private:
  struct Leg {
    sdk::Id bottle, sender;
    std::uint32_t gas = 0;
    std::uint64_t expiry_ms = 0;
    bool is_raised = false, is_foreign = false, is_taken = false;
  };
  /// The bottle that a node is hearing, and what it has of it on its disk.
  struct Hearing {
    sdk::Id from;
    Leg leg;
    std::vector<std::uint8_t> record{};
    bool is_answered = false;
  };
  void on_sent(const Message& message);
  void on_arrived(const Message& message);
  void on_heard(const Message& message);
  void on_leg(const Message& message);
  void on_handled(const Message& message, const bottle::Handled& handled);
  void on_found(const Message& message, const bottle::Found& found);
  void on_taken(const Message& message, const Leg& leg);
  std::optional<Leg> answered(const Message& message, const bottle::Handled& handled);
  std::vector<std::uint8_t> record_of(const sdk::Id& node, const Leg& leg);
  void end_leg(const sdk::Id& bottle, Story& story);
  void count(const sdk::Id& bottle);
  std::uint64_t now_ms() const;

  Sea& sea_;
  wire::JsonParser parser_;
  std::map<sdk::Id, Story> stories_;
  std::optional<Hearing> hearing_;
  /// By bottle, from, to: those heard and not answered yet, the oldest first.
  std::map<std::tuple<sdk::Id, sdk::Id, sdk::Id>, std::vector<Leg>> legs_;
  std::set<std::tuple<sdk::Id, sdk::Id, sdk::Id>> taken_;  // by bottle, its sender, who took it
};

}  // namespace p2pchat::simulation
