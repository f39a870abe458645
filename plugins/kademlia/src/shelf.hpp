// SPDX-License-Identifier: MIT
#pragma once
#include "record.hpp"

#include <map>
#include <optional>

namespace p2pchat::kademlia {

/// What becomes of a record that is brought; `more` while parts of it are missing.
enum class Verdict : std::uint8_t { more = 0, kept = 1, refused = 2, older = 3 };

/// A record on the shelf.
struct Kept {
  Id owner{};
  std::uint64_t sequence = 0, expiry_ms = 0;
  Octets packed{};
  std::uint64_t due_us = 0;  ///< when it is passed on to the nodes nearest its key, if nobody brings it until then
};

/// The records this node keeps for others: one under each key, 16 of each owner, 2,048 in all. A full shelf keeps those
/// nearest to me. In memory alone: after a restart, other holders bring them again.
class Shelf {
 public:
  static constexpr std::size_t most = 2'048, most_of_owner = 16;

  explicit Shelf(const Id& me) : me_(me) {}
  /// Takes a record that was found good: of one owner the higher sequence counts, of one value the one that lives
  /// longer.
  Verdict add(const Id& owner, const Record& record, Octets packed, std::uint64_t due_us);
  /// Somebody brought the record under that key again.
  void renew(const Id& key, std::uint64_t due_us);
  /// The record under a key, or null.
  const Kept* find(const Id& key) const;
  void forget_ended(std::uint64_t now_ms);
  /// Those that are due, with their keys, `count` at most; they are due again at `next_us`.
  std::vector<std::pair<Id, Octets>> take_due(std::uint64_t now_us, std::uint64_t next_us, std::size_t count);
  std::size_t size() const { return records_.size(); }

 private:
  bool has_room(const Id& owner, const Id& place);

  Id me_;
  std::map<Id, Kept> records_;  // by distance of the key from me
};

}  // namespace p2pchat::kademlia
