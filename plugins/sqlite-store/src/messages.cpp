// SPDX-License-Identifier: MIT
#include "messages.hpp"

#include "places.hpp"
#include "rows.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace p2pchat::sqlite_store {

sdk::Status Messages::add(const sdk::Message& message, std::uint32_t& added) {
  added = 0;
  {
    auto same = database_.statement("SELECT 1 FROM messages WHERE id_head = ?1 AND id_rest = ?2");
    if (same.bind(head_of(message.id), rest_of(message.id)).row() || !same.status().ok()) return same.status();
  }
  Tail* tail = nullptr;
  if (auto status = tail_of(message.peer, tail); !status.ok()) return status;
  auto& highest = tail->highest_seq[message.direction == sdk::Direction::incoming];
  auto place = place_at_end(tail->last_place, highest, message.seq);
  if (message.seq < highest)
    if (auto status = place_late(message, *tail, place); !status.ok()) return status;
  if (auto status = insert(message, tail->peer, place); !status.ok()) return status;
  highest = std::max(highest, message.seq);
  tail->last_place = std::max(tail->last_place, place);
  added = 1;
  return {};
}

sdk::Status Messages::insert(const sdk::Message& message, std::int64_t peer, std::uint64_t place) {
  return database_
      .statement(
          "INSERT INTO messages(id_head, id_rest, peer, place, time_ms, seq, direction, state, type, reason, body) "
          "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
      .bind(head_of(message.id), rest_of(message.id), peer, place, message.time_ms, message.seq,
            static_cast<std::uint32_t>(message.direction), static_cast<std::uint32_t>(message.state), message.type,
            message.reason, message.body)
      .run();
}

sdk::Status Messages::set_state(const sdk::Id& id, sdk::State state, sdk::str reason) {
  auto update = database_.statement(
      "UPDATE messages SET state = ?3, reason = ?4 WHERE rank = (SELECT rank FROM messages WHERE id_head = ?1 AND "
      "id_rest = ?2)");
  const auto status = update.bind(head_of(id), rest_of(id), static_cast<std::uint32_t>(state), reason).run();
  if (status.ok() && database_.changed() == 0) return {sdk::Errc::not_found, "the store has no such message"};
  return status;
}

sdk::Status Messages::find(const sdk::Id& id, const sdk::MessageVisitor& each) {
  auto select = database_.statement("SELECT * FROM rows WHERE id_head = ?1 AND id_rest = ?2");
  if (select.bind(head_of(id), rest_of(id)).row()) return each(message_of(select)), sdk::Status();
  const auto status = select.status();
  return status.ok() ? sdk::Status(sdk::Errc::not_found, "the store has no such message") : status;
}

sdk::Status Messages::history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                              const sdk::MessageVisitor& each) {
  auto select = database_.statement(
      "SELECT * FROM rows WHERE peer = (SELECT number FROM peers WHERE id = ?1) AND place < ?2 "
      "ORDER BY place DESC LIMIT ?3");
  select.bind(peer.view(), before ? bound(before) : std::numeric_limits<std::int64_t>::max(), limit);
  return visit(select, each);
}

sdk::Status Messages::unsettled(const sdk::MessageVisitor& each) {
  auto select = database_.statement("SELECT * FROM rows WHERE direction = 0 AND state < 2 ORDER BY peer, seq");
  return visit(select, each);
}

sdk::Status Messages::mark_read(const sdk::Id& peer, std::uint64_t place, const sdk::MessageVisitor& each) {
  std::vector<std::int64_t> ranks;
  {
    auto select = database_.statement(
        "SELECT rank FROM messages WHERE peer = (SELECT number FROM peers WHERE id = ?1) AND direction = 1 "
        "AND state = 2 AND place <= ?2 ORDER BY place");
    for (select.bind(peer.view(), bound(place)); select.row();) ranks.push_back(select.number(0));
    if (auto status = select.status(); !status.ok()) return status;
  }
  for (const auto rank : ranks) {
    auto update = database_.statement("UPDATE messages SET state = 3, reason = '' WHERE rank = ?1");
    if (auto status = update.bind(rank).run(); !status.ok()) return status;
  }
  for (const auto rank : ranks) {
    auto select = database_.statement("SELECT * FROM rows WHERE rank = ?1");
    if (select.bind(rank).row() && !each(message_of(select))) break;
    if (auto status = select.status(); !status.ok()) return status;
  }
  return {};
}

sdk::Status Messages::summary(const sdk::Id& peer, std::uint64_t& unread, std::uint64_t& newest_ms) {
  unread = newest_ms = 0;
  auto select = database_.statement(
      "SELECT (SELECT count(*) FROM messages INDEXED BY messages_unread WHERE peer = number AND direction = 1 AND "
      "state = 2), "
      "(SELECT time_ms FROM messages WHERE peer = number ORDER BY place DESC LIMIT 1) FROM peers WHERE id = ?1");
  if (select.bind(peer.view()).row()) unread = select.count(0), newest_ms = select.count(1);
  return select.status();
}

sdk::Status Messages::forget(const sdk::Id& peer) {
  tails_.erase(peer);
  auto messages = database_.statement("DELETE FROM messages WHERE peer = (SELECT number FROM peers WHERE id = ?1)");
  if (auto status = messages.bind(peer.view()).run(); !status.ok()) return status;
  return database_.statement("DELETE FROM peers WHERE id = ?1").bind(peer.view()).run();
}

}  // namespace p2pchat::sqlite_store
