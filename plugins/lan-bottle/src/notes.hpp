// SPDX-License-Identifier: MIT
#pragma once
#include "held.hpp"

#include <functional>
#include <map>

namespace p2pchat::lan_bottle {

/// All notes that this node has, by id.
class Notes {
 public:
  /// In which place a note is; each has its own bound.
  enum class Place : std::uint8_t { mine, beach, shelf, inbox };
  /// Notes of mine; others' addressed to others (the shelf), in all and of one sender; and addressed to me (the inbox).
  static constexpr std::size_t most_mine = 1'000, most_on_shelf = 512, most_of_sender = 64, most_in_inbox = 512;

  /// Who I am decides which are mine.
  Id me;

  Held* find(const Id& note);
  /// The note of this id that lies here for people to find at this time, or null.
  Held* found(const Id& note, std::uint64_t now_ms);
  Held& add(Held held) { return all_[held.note.id] = std::move(held); }
  void erase(const Id& note) { all_.erase(note); }
  Place place_of(const Note& note) const;
  /// A drift bottle of mine, or null.
  Held* own(const Id& note);
  /// Those in a place that fit, newest first.
  std::vector<Held*> in(Place place, const std::function<bool(const Held&)>& fits = {});
  /// When a note is over here; never while it is kept.
  std::optional<std::uint64_t> ends_ms(const Held& held) const;

  /// What makes room in a full place for another of this sender: the oldest that was read, or else the oldest of
  /// whoever has most there, if he has still more than the newcomer's sender then. So nobody fills a place with his
  /// own.
  std::optional<Id> makes_room(const Note& newcomer);

 private:
  std::map<Id, Held> all_;
};

}  // namespace p2pchat::lan_bottle
