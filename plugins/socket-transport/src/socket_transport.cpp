// SPDX-License-Identifier: MIT
#include "socket_transport.hpp"

#include "datagrams.hpp"
#include "groups.hpp"
#include "mapping/port_mapper.hpp"
#include "own_endpoints.hpp"
#include "transport/turns.hpp"

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace p2pchat::socket_transport {

/// What exists between `start` and `stop`. Later members use earlier ones.
struct SocketTransport::Running {
  explicit Running(SocketTransport& transport)
      : inbox(inbox_limit, [&transport] { transport.host.post([&transport] { transport.drain(); }); }),
        engine(inbox, transport.settings_.max_frame),
        names(transport.host),
        connections(transport.host, engine, names, transport.ears_, transport.settings_),
        mapper({find_natpmp, find_upnp}, [&transport](const std::string& gateway, std::uint16_t port, bool is_open) {
          transport.host.post([&transport, gateway, port, is_open] { transport.mapped(gateway, port, is_open); });
        }) {}
  Inbox inbox;
  Engine engine;
  NameCache names;
  Connections connections;
  PortMapper mapper;
  std::vector<Listening> listening;
  std::map<Endpoint, Descriptor> groups;
  Turns<Event> turns;
};

sdk::Status SocketTransport::start() {
  if (auto status = read_settings(host, settings_); !status.ok()) return status;
  running_ = std::make_shared<Running>(*this);
  ears_.port = [this](const Endpoint& to) {
    const auto* from = running_ ? socket_for(to) : nullptr;
    return from ? std::optional(from->bound) : std::nullopt;
  };
  for (const auto* topic : {"reach.dial", "relay.call", "relay.refused", "net.reach"})
    host.subscribe(topic, [this](sdk::str heard, const sdk::Id&, sdk::bytes detail) { on_event(heard, detail); });
  return {};
}

void SocketTransport::stop() noexcept {
  if (!running_) return;
  stopped_ = std::exchange(running_, nullptr);
  stopped_->names.stop();
  stopped_->mapper.stop();
  stopped_->connections.shut_down();
  stopped_->engine.stop();
  stopped_->listening.clear();
  stopped_->groups.clear();
  stopped_->connections.cancel_all();
}

sdk::Status SocketTransport::listen(sdk::str endpoint, sdk::Out& bound) {
  if (!running_) return {sdk::Errc::invalid, "the transport has not started"};
  auto wanted = settings_.listen;
  if (endpoint.len != 0) {
    wanted.clear();
    if (auto status = read_listen(endpoint, wanted); !status.ok()) return status;
  }
  std::vector<Listening> opened;
  const auto status = wanted.empty() ? open_default_listening(opened) : open_listening(wanted, opened);
  if (!status.ok()) return {sdk::Errc::io, status.text};
  std::string text;
  for (auto& place : opened) {
    text += (text.empty() ? "" : "\n") + to_text(place.bound);
    running_->engine.serve(place);
    running_->listening.push_back(std::move(place));
  }
  tell_listening();
  return bound.append(text) ? sdk::Status() : sdk::Status(sdk::Errc::too_large, "no room for the endpoints bound");
}

void SocketTransport::send(sdk::str endpoint, sdk::bytes frame, sdk::StatusFn&& done) {
  if (running_) running_->connections.send(endpoint, frame, std::move(done));
}

void SocketTransport::close(sdk::str endpoint) {
  if (running_) running_->connections.close(endpoint);
}

void SocketTransport::send_datagram(sdk::str endpoint, sdk::bytes payload) {
  if (!running_) return;
  if (payload.len > max_datagram)
    return host.log(sdk::Level::warn, "dropped a datagram of " + std::to_string(payload.len) + " bytes to " +
                                          std::string(endpoint) + ": at most 1200 go in one");
  if (const auto to = parse_endpoint(endpoint)) return send_to(*to, payload);
  const auto parts = split_endpoint(endpoint);
  if (!parts) return host.log(sdk::Level::warn, "not an endpoint: " + std::string(endpoint));
  std::vector<std::uint8_t> octets(payload.ptr, payload.ptr + payload.len);
  running_->names.find(parts->host, parts->port,
                       [this, octets = std::move(octets), name = std::string(endpoint)](const auto& addresses) {
                         if (addresses.empty()) host.log(sdk::Level::info, "no address is known for " + name);
                         const auto to =
                             std::ranges::find_if(addresses, [this](const auto& a) { return socket_for(a); });
                         if (to != addresses.end()) send_to(*to, octets);
                       });
}

void SocketTransport::tell_listening() {
  std::string own;
  for (const auto& place : running_->listening)
    for (const auto& each : own_endpoints(place.bound)) own += to_text(each) + '\n';
  host.publish("socket.listening", {}, sdk::bytes::of(own));
}

/// Nobody can dial this node: perhaps its router opens the ports when it is asked.
void SocketTransport::map_ports(std::string_view verdict) {
  const bool is_behind =
      verdict.starts_with("router") || verdict.starts_with("random") || verdict.starts_with("blocked");
  if (!is_behind || !settings_.maps_ports) return;
  std::set<std::uint16_t> ports;
  for (const auto& place : running_->listening)
    if (place.bound.family == Family::ipv4 && !is_loopback(place.bound)) ports.insert(place.bound.port);
  if (!ports.empty()) running_->mapper.want(ports);
}

void SocketTransport::mapped(const std::string& gateway, std::uint16_t port, bool is_open) {
  if (!running_) return;
  if (gateway.empty()) return host.log(sdk::Level::info, "no router here opens ports (UPnP, NAT-PMP)");
  host.log(sdk::Level::info, "the router " + std::string(is_open ? "opened" : "would not open") + " port " +
                                 std::to_string(port) + " (" + gateway + ")");
  if (is_open) tell_listening();  // so that it is tested anew
}

/// What the routing plugin has this one do: 12 or 16 octets of a name, and where.
void SocketTransport::on_event(std::string_view topic, sdk::bytes detail) {
  if (!running_) return;
  if (topic == "net.reach") return map_ports(detail.text());
  if (topic == "relay.refused") return running_->connections.refuse(detail);
  const std::size_t size = topic == "reach.dial" ? 12 : 16;
  if (detail.len <= size) return;
  const Octets name(detail.ptr, detail.ptr + size);
  const auto endpoint = detail.text().substr(size);
  if (topic == "reach.dial") return running_->connections.tell(endpoint, {.word = Word::dialled, .name = name});
  running_->connections.answer(endpoint, name);
}

const Listening* SocketTransport::socket_for(const Endpoint& to) const {
  const auto& sockets = running_->listening;
  const auto same_family = [&](const Listening& at) { return at.bound.family == to.family; };
  const auto same_side = [&](const Listening& at) {
    return same_family(at) && is_loopback(at.bound) == is_loopback(to);
  };
  auto from = std::ranges::find_if(sockets, same_side);
  if (from == sockets.end()) from = std::ranges::find_if(sockets, same_family);
  return from == sockets.end() ? nullptr : &*from;
}

void SocketTransport::send_to(const Endpoint& to, sdk::bytes payload) {
  const auto* from = socket_for(to);
  if (from == nullptr || to.port == 0) return;  // best effort: this node does not listen in that family
  if (is_group(to)) return send_to_members(*from, to, payload);
  if (running_->connections.carries_datagrams(to)) return running_->connections.send_datagram(to, payload);
  watch(to);
  if (datagrams_.is_blocked() && is_public(to)) running_->connections.send_datagram(to, payload);
  const int error = socket_transport::send_datagram(from->datagram.get(), to, payload);
  if (error != 0 && error != EAGAIN)
    host.log(sdk::Level::debug, "datagram to " + to_text(to) + " not sent: " + std::generic_category().message(error));
}

void SocketTransport::watch(const Endpoint& to) {
  if (!is_public(to) || datagrams_.is_blocked()) return;
  datagrams_.sent(host.ticks_us());
  if (!datagrams_.is_blocked()) return;
  host.log(sdk::Level::info, "no datagram comes through; they go over TCP");
  host.publish("socket.datagrams", {}, sdk::bytes::of(std::string_view("blocked")));
}

/// Joins before it sends, each time, since networks come and go.
void SocketTransport::send_to_members(const Listening& from, const Endpoint& group, sdk::bytes payload) {
  const int ear = hearing(group);
  if (ear < 0) return;
  for (const auto& network : networks_of(from.bound)) {
    int error = join_group(ear, group, network);
    if (error == 0) error = send_to_group(from.datagram.get(), network, group, payload);
    if (error != 0 && error != EAGAIN)
      host.log(sdk::Level::debug, "datagram to the group " + to_text(group) + " not sent in the network of " +
                                      to_text(network.address) + ": " + std::generic_category().message(error));
  }
}

int SocketTransport::hearing(const Endpoint& group) {
  if (const auto known = running_->groups.find(group); known != running_->groups.end()) return known->second.get();
  int error = group.family == Family::ipv4 ? 0 : EAFNOSUPPORT;
  auto socket = error == 0 ? open_group(group, error) : Descriptor();
  if (socket)
    running_->engine.hear(socket.get());
  else
    host.log(sdk::Level::warn,
             "cannot hear the group " + to_text(group) + ": " + std::generic_category().message(error));
  return running_->groups.emplace(group, std::move(socket)).first->second.get();
}

void SocketTransport::drain() {
  const auto running = running_;  // a callback may stop this plugin
  if (!running) return;
  const auto hand_on = [this](const Event& event, std::span<const std::uint8_t> octets) {
    handle(event, octets);
    return running_ != nullptr;
  };
  if (!running->turns.take(host, running->inbox, hand_on, [&] { running->engine.resume_reading(); })) return;
  running->connections.flush();
  if (running_) host.post([this] { drain(); });
}

void SocketTransport::handle(const Event& event, std::span<const std::uint8_t> octets) {
  switch (event.kind) {
    case Event::Kind::datagram:
      if (datagrams_.is_blocked()) host.publish("socket.datagrams", {}, sdk::bytes::of(std::string_view("open")));
      datagrams_.heard();
      if (ears_.datagram) ears_.datagram(to_text(event.place), octets);
      return;
    case Event::Kind::unreachable:
      if (on_unreachable_) on_unreachable_(to_text(event.place));
      return;
    case Event::Kind::trouble:
      return host.log(sdk::Level::warn, sdk::bytes(octets).text());
    default:
      return running_->connections.handle(event, octets);
  }
}

}  // namespace p2pchat::socket_transport
