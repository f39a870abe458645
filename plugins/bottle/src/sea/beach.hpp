// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/seen_cache.hpp"
#include "sea/held.hpp"

namespace p2pchat::bottle {

/// What this node holds of others, by creator and bottle. Addressed bottles lie in it too; they are nothing to find.
class Beach {
 public:
  using All = std::map<SeenKey, Held>;
  /// Which of those that pass by are remembered for people to see.
  static constexpr std::size_t most_passing = 200;

  Held* find(const SeenKey& key);
  /// The bottle of this id that came ashore here for people to find, or null.
  Held* found(const Id& bottle);
  Held& add(Held held);
  void erase(const SeenKey& key);
  const All& all() const { return all_; }
  /// Addressed bottles kept for one receiver.
  std::vector<SeenKey> parcels_for(const Id& receiver) const;
  /// What people may see at this time, newest first.
  std::vector<const Held*> shown(std::uint64_t now_ms) const;
  /// How many lie here for people to find.
  std::size_t found_count() const;
  /// Which found bottle makes room for another: the oldest that was read and is not kept.
  std::optional<SeenKey> oldest_read() const;
  /// Which unread bottle makes room for one of this sender: the oldest of whoever has most here, if he has still more
  /// than this sender then. So nobody fills a beach with his own.
  std::optional<SeenKey> oldest_of_largest(const Id& sender) const;
  /// Which passing bottle is forgotten because too many are remembered: the oldest that owes nothing.
  std::optional<SeenKey> oldest_passed() const;

 private:
  All all_;
  std::map<Id, std::set<SeenKey>> parcels_;  // the addressed of `all_`, by receiver
};

inline SeenKey key_of(const Note& note) { return {note.sender, note.id}; }

}  // namespace p2pchat::bottle
