// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/journey.hpp"
#include "note/note.hpp"

#include <map>

namespace p2pchat::bottle {

/// A bottle of mine. Its record says what it is; where it is, only its journey says.
struct Own {
  Note note;
  Id secret;                  ///< begins the gas chain
  std::uint64_t here_ms = 0;  ///< when I threw it
  bool is_ready = false;      ///< signed and stamped
  bool is_thrown = false;     ///< its legs are made
  Journey journey{};
};

/// All bottles of mine, and what they make of an hour.
class Mine {
 public:
  using All = std::map<Id, Own>;
  static constexpr std::size_t most = 1'000;
  static constexpr std::uint32_t most_answers = 1'024;

  Own* find(const Id& bottle);
  Own& add(Own own);
  void erase(const Id& bottle) { all_.erase(bottle); }
  All& all() { return all_; }
  /// Newest first.
  std::vector<const Own*> newest_first() const;
  /// How many were thrown in the hour before this time.
  std::size_t thrown_within_hour(std::uint64_t now_ms) const;
  /// How many answers wait in all response queues.
  std::uint32_t answers() const;
  /// Which is forgotten because there are too many: the oldest whose time is over.
  std::optional<Id> oldest_over(std::uint64_t now_ms) const;

 private:
  All all_;
};

/// A bottle of mine as the table `mine` keeps it: a JSON object.
std::string own_record(const Own& own);
/// Reads it; what is not ready yet has only what the creator chose.
std::optional<Own> read_own_record(std::string_view text);

}  // namespace p2pchat::bottle
