// SPDX-License-Identifier: MIT
#include "support/memory_transport.hpp"

#include "support/memory_ports.hpp"

namespace p2pchat::test {
namespace {

constexpr std::uint64_t connect_timeout_us = 10'000'000;
constexpr std::size_t max_datagram = 1'200;

bool is_endpoint(const std::string& text) {
  const auto colon = text.rfind(':');
  return colon != text.npos && colon > 0 && colon + 1 < text.size() && text.size() - colon <= 6 &&
         text.find_first_not_of("0123456789", colon + 1) == text.npos && std::stoul(text.substr(colon + 1)) <= 65535;
}

}  // namespace

MemoryTransport::MemoryTransport(MemoryNetwork& network, sdk::Host& host, std::string home)
    : network_(network), host_(host), home_(std::move(home)), port_(std::make_shared<MemoryNetwork::Port>()) {}

MemoryTransport::~MemoryTransport() {
  for (auto& [endpoint, connection] : port_->connections)
    network_.end_both(connection, {sdk::Errc::io, "the other side vanished"});
}

std::string MemoryTransport::endpoint() const { return port_->endpoint; }

sdk::Status MemoryTransport::listen(sdk::str endpoint, sdk::Out& bound) {
  auto wanted = endpoint.len ? std::string(endpoint) : home_;
  if (!is_endpoint(wanted)) return {sdk::Errc::invalid, "not an endpoint: " + wanted};
  if (!port_->endpoint.empty()) return {sdk::Errc::invalid, "already listening at " + port_->endpoint};
  if (wanted.ends_with(":0")) wanted = network_.free_port(host_of(wanted));
  if (network_.port_at(wanted)) return {sdk::Errc::io, wanted + " is taken"};
  network_.ports_[wanted] = port_;
  port_->host = host_of(wanted);
  port_->endpoint = wanted;
  return bound.append(wanted) ? sdk::Status() : sdk::Status(sdk::Errc::too_large);
}

void MemoryTransport::answer(sdk::StatusFn&& done, const sdk::Status& status, std::uint64_t in_us) {
  if (!done) return;
  network_.clock_.at(network_.clock_.now_us() + in_us,
                     [done = std::make_shared<sdk::StatusFn>(std::move(done)), status, port = std::weak_ptr(port_)] {
                       if (!port.expired()) (*done)(status);
                     });
}

void MemoryTransport::send(sdk::str endpoint, sdk::bytes frame, sdk::StatusFn&& done) {
  const std::string to(endpoint);
  if (frame.len > max_frame()) return answer(std::move(done), {sdk::Errc::too_large, "frame over the limit"});
  if (!is_endpoint(to)) return answer(std::move(done), {sdk::Errc::invalid, "not an endpoint: " + to});
  const auto known = port_->connections.find(to);
  auto connection = known == port_->connections.end() ? network_.connect(port_, to) : known->second;
  if (!connection) {
    const bool silent = !network_.reachable(port_->host + ":", to);
    return silent ? answer(std::move(done), {sdk::Errc::timed_out, "no answer from " + to}, connect_timeout_us)
                  : answer(std::move(done), {sdk::Errc::refused, "nobody listens at " + to}, network_.latency());
  }
  const int side = connection->sides[0].port.lock() == port_ && connection->sides[1].endpoint == to ? 0 : 1;
  if (connection->sides[1 - side].in_flight + frame.len > network_.rules.queue_limit)
    return answer(std::move(done), {sdk::Errc::busy, to + " reads too slowly"});
  network_.send_frame(connection, side, {frame.ptr, frame.ptr + frame.len}, std::move(done));
}

void MemoryTransport::close(sdk::str endpoint) {
  const auto found = port_->connections.find(std::string(endpoint));
  if (found == port_->connections.end()) return;
  const auto connection = found->second;
  port_->connections.erase(found);
  const int side =
      connection->sides[0].port.lock() == port_ && connection->sides[1].endpoint == std::string(endpoint) ? 0 : 1;
  network_.end(connection, side, {sdk::Errc::ok, "closed here"}, 0);
  network_.end(connection, 1 - side, {sdk::Errc::ok, "closed by the other side"}, network_.latency());
}

void MemoryTransport::send_datagram(sdk::str endpoint, sdk::bytes payload) {
  if (payload.len > max_datagram) return host_.log(sdk::Level::warn, "datagram over 1,200 bytes dropped");
  network_.send_datagram(port_, std::string(endpoint), {payload.ptr, payload.ptr + payload.len});
}

void MemoryTransport::on_frame(sdk::Fn<void(sdk::str, sdk::bytes)>&& f) { port_->on_frame = std::move(f); }
void MemoryTransport::on_closed(sdk::Fn<void(sdk::str, const sdk::Status&)>&& f) { port_->on_closed = std::move(f); }
void MemoryTransport::on_datagram(sdk::Fn<void(sdk::str, sdk::bytes)>&& f) { port_->on_datagram = std::move(f); }
void MemoryTransport::on_unreachable(sdk::Fn<void(sdk::str)>&& f) { port_->on_unreachable = std::move(f); }

}  // namespace p2pchat::test
