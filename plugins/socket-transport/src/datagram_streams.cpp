// SPDX-License-Identifier: MIT
#include "connection.hpp"
#include "connections.hpp"
#include "datagrams.hpp"

#include <algorithm>

namespace p2pchat::socket_transport {
namespace {

constexpr std::string_view suffix = "#d";
constexpr std::ptrdiff_t most_datagram_streams = 64;

}  // namespace

bool Connections::carries_datagrams(const Endpoint& to) const { return find(to_text(to).append(suffix)) != nullptr; }

void Connections::send_datagram(const Endpoint& to, sdk::bytes payload) {
  if (stopped_) return;
  auto name = to_text(to).append(suffix);
  auto connection = find(name);
  if (!connection) {
    make_room_for_datagrams();
    connection = dial_saying(std::move(name), to, {.word = Word::datagrams}, Purpose::datagrams);
  }
  enqueue(connection, payload, {});
}

/// Of too many the one that was silent longest ends.
void Connections::make_room_for_datagrams() {
  const auto last_us = [](const ConnectionPtr& each) {
    return std::max({each->activity.opened_us, each->activity.heard_us, each->activity.written_us});
  };
  ConnectionPtr oldest;
  std::ptrdiff_t count = 0;
  for (const auto& each : all_) {
    if (each->purpose != Purpose::datagrams) continue;
    ++count;
    if (!oldest || last_us(each) < last_us(oldest)) oldest = each;
  }
  if (count >= most_datagram_streams) close(oldest->name);
}

/// A stranger says that what follows are datagrams: they come from where he is, and what is sent there goes to him.
bool Connections::becomes_datagrams(const ConnectionPtr& connection) {
  auto name = connection->name + std::string(suffix);
  if (find(name)) return false;
  unname(connection);
  connection->name = std::move(name);
  connection->purpose = Purpose::datagrams;
  by_name_.emplace(connection->name, connection);
  return true;
}

void Connections::hand_up_datagram(const ConnectionPtr& connection, sdk::bytes payload) {
  const auto from = std::string_view(connection->name).substr(0, connection->name.size() - suffix.size());
  if (ears_.datagram && payload.len <= max_datagram) ears_.datagram(from, payload);
}

}  // namespace p2pchat::socket_transport
