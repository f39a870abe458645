// SPDX-License-Identifier: MIT
#pragma once
#include "database.hpp"

#include <p2pchat/store.hpp>

#include <map>

namespace p2pchat::sqlite_store {

/// The messages of all conversations, as rows. The store around it holds the group open for writes.
class Messages {
 public:
  explicit Messages(Database& database) : database_(database) {}

  sdk::Status add(const sdk::Message& message, std::uint32_t& added);
  sdk::Status set_state(const sdk::Id& id, sdk::State state, sdk::str reason);
  sdk::Status find(const sdk::Id& id, const sdk::MessageVisitor& each);
  sdk::Status history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit, const sdk::MessageVisitor& each);
  sdk::Status unsettled(const sdk::MessageVisitor& each);
  sdk::Status mark_read(const sdk::Id& peer, std::uint64_t place, const sdk::MessageVisitor& each);
  sdk::Status summary(const sdk::Id& peer, std::uint64_t& unread, std::uint64_t& newest_ms);
  sdk::Status forget(const sdk::Id& peer);

  /// Drops what it remembers of conversations: a group was rolled back.
  void doubt() { tails_.clear(); }

 private:
  /// The end of a conversation, so that a message in order needs no look-up.
  struct Tail {
    std::int64_t peer = 0;  ///< number of its row
    std::uint64_t last_place = 0;
    std::uint64_t highest_seq[2] = {};  ///< by direction
  };
  sdk::Status tail_of(const sdk::Id& peer, Tail*& tail);
  sdk::Status load(const sdk::Id& peer, Tail& tail);
  sdk::Status place_late(const sdk::Message& message, Tail& tail, std::uint64_t& place);
  sdk::Status make_room(Tail& tail, std::uint64_t below, std::uint64_t above, std::uint64_t& place);
  sdk::Status insert(const sdk::Message& message, std::int64_t peer, std::uint64_t place);

  Database& database_;
  std::map<sdk::Id, Tail> tails_;
};

}  // namespace p2pchat::sqlite_store
