// SPDX-License-Identifier: MIT
#include "messages.hpp"
#include "places.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace p2pchat::sqlite_store {
namespace {

constexpr std::size_t most_tails = 4096;
constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
constexpr auto highest = std::numeric_limits<std::int64_t>::max();

struct NumberRange {
  std::int64_t from, to;
};

/// All sequence numbers from one on, rising. They have 64 bits and SQLite's integers a sign, so that the upper half is
/// stored as negative numbers: a range of its own.
std::array<NumberRange, 2> numbers_from(std::uint64_t first) {
  const auto stored = static_cast<std::int64_t>(first);
  constexpr NumberRange nothing{0, -1};
  if (stored < 0) return {NumberRange{stored, -1}, nothing};
  return {NumberRange{stored, highest}, NumberRange{lowest, -1}};
}

}  // namespace

sdk::Status Messages::tail_of(const sdk::Id& peer, Tail*& tail) {
  if (const auto known = tails_.find(peer); known != tails_.end()) return tail = &known->second, sdk::Status();
  Tail loaded;
  if (auto status = load(peer, loaded); !status.ok()) return status;
  if (tails_.size() >= most_tails) tails_.clear();
  tail = &(tails_[peer] = loaded);
  return {};
}

sdk::Status Messages::load(const sdk::Id& peer, Tail& tail) {
  auto insert = database_.statement("INSERT INTO peers(id) VALUES(?1) ON CONFLICT DO NOTHING");
  if (auto status = insert.bind(peer.view()).run(); !status.ok()) return status;
  auto select = database_.statement(
      "SELECT number, (SELECT max(place) FROM messages WHERE peer = number) FROM peers WHERE id = ?1");
  if (select.bind(peer.view()).row()) tail.peer = select.number(0), tail.last_place = select.count(1);
  if (auto status = select.status(); !status.ok()) return status;
  for (int direction = 0; direction < 2; ++direction)
    for (const auto& range : numbers_from(0)) {  // the last range that holds one has the highest
      auto newest = database_.statement(
          "SELECT seq FROM messages WHERE peer = ?1 AND direction = ?2 AND seq BETWEEN ?3 AND ?4 "
          "ORDER BY seq DESC LIMIT 1");
      if (newest.bind(tail.peer, direction, range.from, range.to).row()) tail.highest_seq[direction] = newest.count(0);
      if (auto status = newest.status(); !status.ok()) return status;
    }
  return {};
}

sdk::Status Messages::place_late(const sdk::Message& message, Tail& tail, std::uint64_t& place) {
  std::uint64_t above = 0, above_seq = 0;
  for (const auto& range : numbers_from(message.seq + 1)) {  // there is a higher one, so this does not wrap
    if (above != 0) break;
    auto next = database_.statement(
        "SELECT place, seq FROM messages WHERE peer = ?1 AND direction = ?2 AND seq BETWEEN ?3 AND ?4 "
        "ORDER BY seq, place LIMIT 1");
    next.bind(tail.peer, static_cast<std::uint32_t>(message.direction), range.from, range.to);
    if (next.row()) above = next.count(0), above_seq = next.count(1);
    if (auto status = next.status(); !status.ok()) return status;
  }
  auto previous = database_.statement("SELECT max(place) FROM messages WHERE peer = ?1 AND place < ?2");
  const auto below = previous.bind(tail.peer, above).row() ? previous.count(0) : 0;
  if (auto status = previous.status(); !status.ok()) return status;
  const auto between = place_between(below, above, above_seq - message.seq);
  if (between) return place = *between, sdk::Status();
  return make_room(tail, below, above, place);
}

// Moves as few of the following messages as spread with air between them, and leaves the first step free. The more
// messages, the more air: or the same ones would soon have to move again.
sdk::Status Messages::make_room(Tail& tail, std::uint64_t below, std::uint64_t above, std::uint64_t& place) {
  std::vector<std::pair<std::int64_t, std::uint64_t>> rows;  // rank, place
  std::uint64_t step = 0, air = 1024;
  for (std::size_t width = 32; step < air; width *= 2, air = std::min(air + air / 2, slot)) {
    rows.clear();
    auto select =
        database_.statement("SELECT rank, place FROM messages WHERE peer = ?1 AND place >= ?2 ORDER BY place LIMIT ?3");
    for (select.bind(tail.peer, above, width + 1); select.row();) rows.emplace_back(select.number(0), select.count(1));
    if (auto status = select.status(); !status.ok()) return status;
    if (rows.size() <= width) {
      step = slot;  // up to the end of the conversation, where there is all the room one wants
    } else {
      step = (rows.back().second - below) / (width + 2);
      rows.pop_back();
    }
  }
  place = below + step;
  auto moved = place;
  for (const auto& [rank, old] : rows) {
    auto update = database_.statement("UPDATE messages SET place = ?2 WHERE rank = ?1");
    if (auto status = update.bind(rank, moved += step).run(); !status.ok()) return status;
  }
  tail.last_place = std::max(tail.last_place, moved);
  return {};
}

}  // namespace p2pchat::sqlite_store
