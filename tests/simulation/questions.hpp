// SPDX-License-Identifier: MIT
#pragma once
#include "figures.hpp"
#include "liars.hpp"
#include "missed.hpp"
#include "request_tally.hpp"

namespace p2pchat::simulation {

/// Asks honest nodes that live, as a person at them would, and judges what they answer by who lives then.
class Questions {
 public:
  Questions(Sea& sea, const Liars& liars);
  Questions(const Questions&) = delete;
  Questions& operator=(const Questions&) = delete;

  /// Has a random honest node name the three nearest a random key.
  ///
  /// That went well when it names three nodes that live, nearest first, and every honest node that is nearer than the
  /// last of them, apart from those younger than `Sea::settling_us`. A liar that answers is a node like others; who
  /// never names anybody may be named or not.
  void ask_nearest();
  /// The same of one node, which is honest and lives.
  void ask_nearest(std::size_t from);
  /// Has a random honest node locate another. That went well when it names its endpoint.
  void ask_where(std::size_t number);

  Share found;
  Distribution took_ms, requests, datagrams;  ///< of each question; virtual time
  Missed missed;

 private:
  void end(std::size_t from, const sdk::Id& key, std::uint64_t asked_us, bool is_good);
  void add_dead(const sdk::NodeEntry* nodes, std::uint32_t count);
  bool is_right(const std::vector<sdk::Id>& named, const sdk::Id& key, const sdk::Id& me);
  std::vector<sdk::Id> passed_over(const std::vector<sdk::Id>& named, const sdk::Id& key, const sdk::Id& me) const;

  Sea& sea_;
  const Liars& liars_;
  Chance chance_;
  RequestTally tally_;
};

}  // namespace p2pchat::simulation
