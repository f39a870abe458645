// SPDX-License-Identifier: MIT
#pragma once
#include "joiner.hpp"
#include "records.hpp"
#include "responder.hpp"
#include "test_pace.hpp"

namespace p2pchat::kademlia {

/// Keeps the table true while nothing else does: looks around three times more in the first minutes, tests entries that
/// were silent for long, tries lost ones again, looks up an id in each bucket and my own once an hour, has the contact
/// key renewed, old sessions forgotten and records passed on.
///
/// Works in small steps every half minute, so that an idle node costs about one datagram every ten seconds.
class Upkeep {
 public:
  Upkeep(Node& node, Requests& requests, Responder& responder, Lookups& lookups, Joiner& joiner, Records& records)
      : node_(node),
        requests_(requests),
        responder_(responder),
        lookups_(lookups),
        joiner_(joiner),
        records_(records) {}
  void start();
  /// Nothing more is asked from here on.
  void stop() { is_stopped_ = true; }
  /// Fills every bucket farther away than my neighbourhood by a lookup: after joining.
  void fill();

 private:
  void tick();
  void test_entries(std::uint64_t now_us);
  void look_again_in(std::uint64_t pause_ms);
  void look_around();
  void refresh_one(std::uint64_t now_us);
  void refresh(std::uint32_t bucket, std::uint64_t now_us);
  std::uint32_t far_buckets() const;

  Node& node_;
  Requests& requests_;
  Responder& responder_;
  Lookups& lookups_;
  Joiner& joiner_;
  Records& records_;
  std::map<std::uint32_t, std::uint64_t> refreshed_us_;  // by bucket
  std::uint64_t looked_up_us_ = 0;
  std::uint32_t looks_ = 0;
  bool is_stopped_ = false;
  TestPace pace_;
};

/// Whether an entry is to be pinged: one that answered last after that pause, one that was silent once at once, one
/// that was silent more often after a pause that doubles with each failure, up to one hour.
bool is_due(const Entry& entry, std::uint64_t now_us, std::uint64_t pause_us = TestPace::most_us);

}  // namespace p2pchat::kademlia
