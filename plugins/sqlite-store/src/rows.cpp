// SPDX-License-Identifier: MIT
#include "rows.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

namespace p2pchat::sqlite_store {
namespace {

constexpr std::size_t head_size = 8;

}  // namespace

std::int64_t head_of(const sdk::Id& id) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < head_size; ++i) head = head << 8 | id.b[i];
  return static_cast<std::int64_t>(head);
}

sdk::bytes rest_of(const sdk::Id& id) { return {id.b + head_size, sizeof id.b - head_size}; }

std::int64_t bound(std::uint64_t place) {
  constexpr auto highest = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::min<std::uint64_t>(place, highest));
}

sdk::Message message_of(const Statement& row) {
  sdk::Message message;
  const auto head = row.count(1);
  for (std::size_t i = 0; i < head_size; ++i) message.id.b[i] = static_cast<std::uint8_t>(head >> (56 - 8 * i));
  const auto rest = row.blob(2), peer = row.blob(3);
  std::memcpy(message.id.b + head_size, rest.ptr, std::min<std::size_t>(rest.len, sizeof message.id.b - head_size));
  std::memcpy(message.peer.b, peer.ptr, std::min<std::size_t>(peer.len, sizeof message.peer.b));
  message.place = row.count(4);
  message.time_ms = row.count(5);
  message.seq = row.count(6);
  message.direction = static_cast<sdk::Direction>(row.number(7));
  message.state = static_cast<sdk::State>(row.number(8));
  message.type = row.text(9);
  message.reason = row.text(10);
  message.body = row.text(11);
  return message;
}

sdk::Status visit(Statement& rows, const sdk::MessageVisitor& each) {
  while (rows.row())
    if (!each(message_of(rows))) return {};
  return rows.status();
}

}  // namespace p2pchat::sqlite_store
