// SPDX-License-Identifier: MIT
#include "conversations.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <vector>

namespace p2pchat::memory_store {
namespace {

constexpr std::uint64_t room = 1U << 20;  // between neighbours, for those that arrive late

bool is_unsettled(const Row& row) {
  return row.fields.direction == sdk::Direction::outgoing && row.fields.state <= sdk::State::sent;
}

bool is_unread(const Row& row) {
  return row.fields.direction == sdk::Direction::incoming && row.fields.state == sdk::State::delivered;
}

// Goes on by key, not by iterator: the visitor may change the map.
template <class Map>
void visit(const Map& map, const RowVisitor& each) {
  for (auto at = map.begin(); at != map.end();) {
    const auto key = at->first;
    const auto row = at->second;
    if (!each(row)) return;
    at = map.upper_bound(key);
  }
}

void visit_backwards(const std::map<std::uint64_t, RowPtr>& map, std::uint64_t before, const RowVisitor& each) {
  for (auto end = map.lower_bound(before); end != map.begin(); end = map.lower_bound(before)) {
    const auto row = std::prev(end)->second;
    before = std::prev(end)->first;
    if (!each(row)) return;
  }
}

}  // namespace

Row::Row(const sdk::Message& message)
    : fields(message), type(message.type), body(message.body), reason(message.reason) {}

sdk::Message Row::view() const {
  auto message = fields;
  message.type = type, message.body = body, message.reason = reason;
  return message;
}

RowPtr Conversations::find(const sdk::Id& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

void Conversations::add(Row row) {
  row.fields.place = place_for(row);
  row.rank = by_rank_.empty() ? 1 : std::prev(by_rank_.end())->first + 1;
  insert(std::make_shared<const Row>(std::move(row)));
}

void Conversations::set_state(const RowPtr& row, sdk::State state, std::string_view reason) {
  auto changed = *row;
  changed.fields.state = state;
  changed.reason = reason;
  remove(row);
  insert(std::make_shared<const Row>(std::move(changed)));
}

void Conversations::forget(const sdk::Id& peer) {
  std::vector<RowPtr> rows;
  backwards(peer, everything, [&](const RowPtr& row) { return rows.push_back(row), true; });
  for (const auto& row : rows) remove(row);
}

void Conversations::backwards(const sdk::Id& peer, std::uint64_t before, const RowVisitor& each) const {
  const auto found = conversations_.find(peer);
  if (found != conversations_.end()) visit_backwards(found->second.by_place, before, each);
}

void Conversations::unsettled(const RowVisitor& each) const { visit(unsettled_, each); }

void Conversations::unread(const sdk::Id& peer, const RowVisitor& each) const {
  const auto found = conversations_.find(peer);
  if (found != conversations_.end()) visit(found->second.unread, each);
}

std::uint64_t Conversations::unread_count(const sdk::Id& peer) const {
  const auto found = conversations_.find(peer);
  return found == conversations_.end() ? 0 : found->second.unread.size();
}

void Conversations::by_rank(std::uint64_t before, const RowVisitor& each) const {
  visit_backwards(by_rank_, before, each);
}

std::uint64_t Conversations::place_for(const Row& row) {
  auto& conversation = conversations_[row.fields.peer];
  const auto& places = conversation.by_place;
  const auto& mine = conversation.by_seq[row.fields.direction == sdk::Direction::incoming];
  const auto later = mine.upper_bound({row.fields.seq, everything});
  if (later == mine.end()) return places.empty() ? room : std::prev(places.end())->first + room;
  const auto above = places.find(later->second->fields.place);
  const auto below = above == places.begin() ? 0 : std::prev(above)->first;
  if (above->first - below > 1) return below + (above->first - below) / 2;
  make_room(row.fields.peer, below, above->first);
  return place_for(row);
}

// Moves as few of the rows from `above` on as spread with air between them, and leaves the first step free. The more
// rows, the more air: or the same ones would soon have to move again.
void Conversations::make_room(const sdk::Id& peer, std::uint64_t below, std::uint64_t above) {
  const auto& places = conversations_[peer].by_place;
  std::vector<RowPtr> rows;
  auto at = places.find(above);
  std::uint64_t step = 0, air = 1024;
  for (std::size_t width = 32; step < air; width *= 2, air = std::min(air + air / 2, room)) {
    for (; rows.size() < width && at != places.end(); ++at) rows.push_back(at->second);
    step = at == places.end() ? room : (at->first - below) / (rows.size() + 2);
  }
  for (const auto& row : rows) remove(row);
  auto place = below + step;
  for (const auto& row : rows) {
    auto moved = *row;
    moved.fields.place = place += step;
    insert(std::make_shared<const Row>(std::move(moved)));
  }
}

void Conversations::insert(const RowPtr& row) {
  insert_quietly(row);
  undo_.note([this, row] { remove_quietly(row); });
}

void Conversations::remove(const RowPtr& row) {
  remove_quietly(row);
  undo_.note([this, row] { insert_quietly(row); });
}

void Conversations::insert_quietly(const RowPtr& row) {
  const auto& fields = row->fields;
  auto& conversation = conversations_[fields.peer];
  by_id_[fields.id] = row;
  by_rank_[row->rank] = row;
  conversation.by_place[fields.place] = row;
  conversation.by_seq[fields.direction == sdk::Direction::incoming][{fields.seq, fields.place}] = row;
  if (is_unread(*row)) conversation.unread[fields.place] = row;
  if (is_unsettled(*row)) unsettled_[{fields.peer, fields.seq, fields.place}] = row;
}

void Conversations::remove_quietly(const RowPtr& row) {
  const auto& fields = row->fields;
  auto& conversation = conversations_[fields.peer];
  by_id_.erase(fields.id);
  by_rank_.erase(row->rank);
  conversation.by_place.erase(fields.place);
  conversation.by_seq[fields.direction == sdk::Direction::incoming].erase({fields.seq, fields.place});
  conversation.unread.erase(fields.place);
  unsettled_.erase({fields.peer, fields.seq, fields.place});
}

}  // namespace p2pchat::memory_store
