// SPDX-License-Identifier: MIT
#pragma once
#include "undo.hpp"

#include <p2pchat/store.hpp>

#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>

namespace p2pchat::memory_store {

/// Before this number come all others.
inline constexpr std::uint64_t everything = std::numeric_limits<std::uint64_t>::max();

/// One stored message. Never changed: a change puts another in its place, so a visitor may write.
struct Row {
  explicit Row(const sdk::Message& message);
  sdk::Message view() const;

  sdk::Message fields;  ///< its texts are those below
  std::string type, body, reason;
  std::uint64_t rank = 0;  ///< counts additions, from 1: the order of a search
};
using RowPtr = std::shared_ptr<const Row>;
using RowVisitor = std::function<bool(const RowPtr&)>;

/// All messages of all peers with the orders they are asked for in. Every change can be undone.
class Conversations {
 public:
  explicit Conversations(Undo& undo) : undo_(undo) {}

  /// Null when there is none.
  RowPtr find(const sdk::Id& id) const;
  /// Gives the row its place and rank; the id must be new.
  void add(Row row);
  void set_state(const RowPtr& row, sdk::State state, std::string_view reason);
  void forget(const sdk::Id& peer);

  /// Newest first, places below `before`; the visitor ends the visit by returning false. So do those below.
  void backwards(const sdk::Id& peer, std::uint64_t before, const RowVisitor& each) const;
  /// Outgoing, queued or sent, by peer, then sequence number.
  void unsettled(const RowVisitor& each) const;
  /// Incoming, not read, by place.
  void unread(const sdk::Id& peer, const RowVisitor& each) const;
  std::uint64_t unread_count(const sdk::Id& peer) const;
  /// By rank, highest first, ranks below `before`.
  void by_rank(std::uint64_t before, const RowVisitor& each) const;

 private:
  using Key = std::tuple<std::uint64_t, std::uint64_t>;
  struct Conversation {
    std::map<std::uint64_t, RowPtr> by_place;
    std::map<Key, RowPtr> by_seq[2];  ///< per direction: (seq, place)
    std::map<std::uint64_t, RowPtr> unread;
  };
  void insert(const RowPtr& row);
  void remove(const RowPtr& row);
  void insert_quietly(const RowPtr& row);
  void remove_quietly(const RowPtr& row);
  std::uint64_t place_for(const Row& row);
  void make_room(const sdk::Id& peer, std::uint64_t below, std::uint64_t above);

  Undo& undo_;
  std::map<sdk::Id, RowPtr> by_id_;
  std::map<std::uint64_t, RowPtr> by_rank_;
  std::map<sdk::Id, Conversation> conversations_;
  std::map<std::tuple<sdk::Id, std::uint64_t, std::uint64_t>, RowPtr> unsettled_;
};

}  // namespace p2pchat::memory_store
