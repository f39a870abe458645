// SPDX-License-Identifier: MIT
#include "connection.hpp"
#include "connections.hpp"
#include "transport/writing.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

namespace p2pchat::socket_transport {
namespace {

constexpr std::uint64_t dial_timeout_ms = 10'000;

// An address that swallows everything, such as IPv6 behind a broken router, leaves time for the next one of the name.
constexpr std::uint64_t next_address_ms = 2'500;

}  // namespace

StreamId Connections::new_stream() { return std::exchange(next_stream_, next_stream_ + 2); }

Connections::ConnectionPtr Connections::dial(std::string_view endpoint, sdk::Status& why_not) {
  if (endpoint.find('#') != endpoint.npos) return dial_circuit(endpoint, why_not);
  const auto parts = split_endpoint(endpoint);
  if (!parts || parts->port == 0) {
    why_not = {sdk::Errc::invalid, "not an endpoint: `" + std::string(endpoint.substr(0, 60)) +
                                       "`; write 192.0.2.1:12476, [2001:db8::1]:12476 or a name and a port"};
    return nullptr;
  }
  const auto numeric = parse_endpoint(endpoint);
  const auto name = numeric ? to_text(*numeric) : std::string(endpoint);
  if (auto known = find(name)) return known;
  auto connection = std::make_shared<Connection>(name, settings_.queue_limit);
  begin(connection);
  const auto unknown = sdk::Status(sdk::Errc::io, "no address is known for " + name);
  if (numeric) {
    connection->to_try = {*numeric};
    dial_next(connection, unknown);
    return connection;
  }
  names_.find(parts->host, parts->port, [this, connection, unknown](const std::vector<Endpoint>& addresses) {
    connection->to_try.assign(addresses.rbegin(), addresses.rend());
    dial_next(connection, unknown);
  });
  return connection;
}

/// Knows a connection that is about to be dialled, and gives it ten seconds.
void Connections::begin(const ConnectionPtr& connection) {
  by_name_.emplace(connection->name, connection);
  all_.insert(connection);
  connection->dial_timer = host_.after(dial_timeout_ms, [this, connection] {
    lose(connection, {sdk::Errc::timed_out, "no connection to " + connection->name + " within 10 seconds"});
  });
}

void Connections::dial_next(const ConnectionPtr& connection, const sdk::Status& why) {
  if (connection->phase != Phase::dialling) return;
  if (connection->to_try.empty()) return lose(connection, why);
  connection->stream = new_stream();
  by_stream_.emplace(connection->stream, connection);
  const auto& to = connection->to_try.back();
  engine_.connect(connection->stream, to, connection->purpose == Purpose::circuit ? ears_.port(to) : std::nullopt);
  connection->to_try.pop_back();
  if (connection->to_try.empty()) return;
  host_.after(next_address_ms, [this, connection, stream = connection->stream] {
    if (connection->phase == Phase::dialling && connection->stream == stream) ended(connection, ETIMEDOUT);
  });
}

void Connections::accepted(const Event& event) {
  // Only a stranger who dials from the very port that this node dialled could have the same name.
  if (find(to_text(event.place))) return engine_.close(event.stream);
  admit(event);
}

void Connections::admit(const Event& event) {
  auto connection = std::make_shared<Connection>(to_text(event.place), settings_.queue_limit);
  connection->stream = event.stream;
  connection->activity.inbound = true;
  connection->is_second = !by_name_.emplace(connection->name, connection).second;
  by_stream_.emplace(event.stream, connection);
  all_.insert(connection);
  opened(connection, event.value);
}

void Connections::opened(const ConnectionPtr& connection, int socket) {
  report();  // that an earlier connection of this name ended
  connection->socket = socket;
  if (!connection->opening.empty()) return say_opening(connection);
  stand(connection);
}

/// It carries frames from now on.
void Connections::stand(const ConnectionPtr& connection) {
  connection->phase = Phase::open;
  connection->activity.opened_us = host_.ticks_us();
  connection->activity.written_us = connection->activity.opened_us;
  host_.cancel(connection->dial_timer);
  mark(connection);
  watch();
}

void Connections::write(const ConnectionPtr& connection) {
  auto& queue = connection->queue;
  if (connection->phase == Phase::dialling && connection->closing && queue.empty()) return lose(connection, {});
  if (connection->phase != Phase::open || connection->blocked) return;
  const auto written = write_waiting(connection->socket, queue, reports_.finished());
  if (written.some) connection->activity.written_us = host_.ticks_us();
  connection->write_error = written.error;
  connection->blocked = written.blocked || written.error != 0;
  if (written.blocked) engine_.wait_writable(connection->stream);
  if (connection->blocked || !connection->closing) return;
  // Everything has left. The other side reads to the end, closes, and `ended` comes; closing both ways at once would
  // answer what it still sends with a reset, which may overtake our last octets.
  ::shutdown(connection->socket, SHUT_WR);
  connection->phase = Phase::draining;
}

void Connections::shut_down() {
  for (const auto& connection : all_)
    if (connection->phase == Phase::open || connection->phase == Phase::draining)
      say_goodbye(connection->socket, connection->queue, reports_.finished());
}

}  // namespace p2pchat::socket_transport
