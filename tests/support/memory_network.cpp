// SPDX-License-Identifier: MIT
#include "support/memory_network.hpp"

#include "support/memory_ports.hpp"

namespace p2pchat::test {
namespace {

constexpr std::uint64_t silence_us = 10'000'000;
constexpr std::size_t system_buffer = 1 << 20;  // what leaves the process before the other side has it

}  // namespace

std::uint64_t MemoryNetwork::latency() {
  const auto spread = rules.max_latency_us - rules.min_latency_us;
  return rules.min_latency_us + (spread ? random_() % (spread + 1) : 0);
}

bool MemoryNetwork::reachable(const std::string& from, const std::string& to) const {
  return !rules.reachable || rules.reachable(host_of(from), host_of(to));
}

std::shared_ptr<MemoryNetwork::Port> MemoryNetwork::port_at(const std::string& endpoint) const {
  const auto found = ports_.find(endpoint);
  return found == ports_.end() ? nullptr : found->second.lock();
}

std::string MemoryNetwork::free_port(const std::string& host) {
  for (;;) {
    if (++next_port_ > 65535) next_port_ = 49152;
    auto endpoint = host + ":" + std::to_string(next_port_);
    if (!port_at(endpoint)) return endpoint;
  }
}

std::shared_ptr<MemoryNetwork::Connection> MemoryNetwork::connect(const std::shared_ptr<Port>& from,
                                                                  const std::string& to) {
  const auto listener = port_at(to);
  if (!listener || !reachable(from->host + ":", to)) return nullptr;
  auto connection = std::make_shared<Connection>();
  connection->sides[0].endpoint = free_port(from->host);
  connection->sides[0].port = from;
  connection->sides[1].endpoint = to;
  connection->sides[1].port = listener;
  from->connections[to] = connection;
  listener->connections[connection->sides[0].endpoint] = connection;
  std::erase_if(connections_, [](auto& known) { return known.expired(); });
  connections_.push_back(connection);
  connection->stands_at_us = clock_.now_us() + latency() + latency();
  return connection;
}

void MemoryNetwork::send_frame(const std::shared_ptr<Connection>& connection, int side, Octets frame,
                               sdk::StatusFn done) {
  auto& from = connection->sides[side];
  auto& to = connection->sides[1 - side];
  const bool passes = reachable(from.endpoint, to.endpoint);
  const auto room_at = to.in_flight > system_buffer ? to.last_arrival_us : 0;
  const auto leaves = std::max({clock_.now_us(), connection->stands_at_us, room_at});
  to.last_arrival_us = std::max(leaves + latency(), to.last_arrival_us);
  to.in_flight += frame.size();
  const auto size = frame.size();
  if (done)
    clock_.at(leaves, [connection, side, done = std::make_shared<sdk::StatusFn>(std::move(done))] {
      if (connection->sides[side].port.expired()) return;
      (*done)(connection->cut ? sdk::Status(sdk::Errc::io, "the connection broke") : sdk::Status());
    });
  if (!passes)
    clock_.at(clock_.now_us() + silence_us, [this, connection] {
      end_both(connection, {sdk::Errc::timed_out, "the other side is silent"});
    });
  clock_.at(to.last_arrival_us, [this, connection, side, size, passes, frame = std::move(frame)]() mutable {
    connection->sides[1 - side].in_flight -= size;
    if (passes) arrive(connection, 1 - side, std::move(frame));
  });
}

void MemoryNetwork::arrive(const std::shared_ptr<Connection>& connection, int side, Octets frame) {
  if (connection->cut || !connection->sides[side].open) return;
  const auto port = connection->sides[side].port.lock();
  const auto& from = connection->sides[1 - side].endpoint;
  if (!port) return;
  const auto known = port->connections.find(from);
  if (known == port->connections.end() || known->second != connection) return;  // this side has called `close`
  ++frames_;
  if (rules.carry && rules.carry(from, connection->sides[side].endpoint, frame) == MemoryNetworkRules::Fate::cut)
    return end_both(connection, {sdk::Errc::io, "the connection broke"});
  if (port->on_frame) port->on_frame(from, frame);
}

void MemoryNetwork::end(const std::shared_ptr<Connection>& connection, int side, const sdk::Status& why,
                        std::uint64_t in_us) {
  const auto at = std::max(clock_.now_us() + in_us, in_us ? connection->sides[side].last_arrival_us : 0);
  clock_.at(at, [connection, side, why] {
    auto& here = connection->sides[side];
    const auto port = here.port.lock();
    if (!std::exchange(here.open, false) || !port) return;
    const auto& other = connection->sides[1 - side].endpoint;
    if (const auto found = port->connections.find(other);
        found != port->connections.end() && found->second == connection)
      port->connections.erase(found);
    if (port->on_closed) port->on_closed(other, why);
  });
}

void MemoryNetwork::end_both(const std::shared_ptr<Connection>& connection, const sdk::Status& why) {
  if (std::exchange(connection->cut, true)) return;
  for (int side : {0, 1}) end(connection, side, why, 0);
}

void MemoryNetwork::cut(const std::string& host) {
  for (auto& known : std::vector(connections_))
    if (const auto connection = known.lock())
      if (host_of(connection->sides[0].endpoint) == host || host_of(connection->sides[1].endpoint) == host)
        end_both(connection, {sdk::Errc::io, "the connection broke"});
}

void MemoryNetwork::send_datagram(const std::shared_ptr<Port>& from, const std::string& to, Octets payload) {
  if (!reachable(from->endpoint, to) || random_() % 100 < rules.datagram_loss_percent) return;
  clock_.at(clock_.now_us() + latency(),
            [this, to, source = from->endpoint, sender = std::weak_ptr<Port>(from), payload = std::move(payload)] {
              if (const auto listener = port_at(to)) {
                ++datagrams_;
                if (listener->on_datagram) listener->on_datagram(source, payload);
              } else if (const auto back = sender.lock(); back && back->on_unreachable) {
                back->on_unreachable(to);
              }
            });
}

}  // namespace p2pchat::test
