// SPDX-License-Identifier: MIT
#include "connection.hpp"
#include "connections.hpp"
#include "socket_address.hpp"
#include "transport/frame_cutter.hpp"
#include "wire/base64.hpp"

#include <sys/socket.h>

#include <utility>

namespace p2pchat::socket_transport {
namespace {

constexpr std::size_t id_size = 32;
constexpr std::uint64_t caller_waits_ms = 2'500, called_waits_ms = 5'000;

/// Why the relay would not, in words for the one who called.
sdk::Status status_of(const std::string& endpoint, std::uint8_t reason) {
  switch (static_cast<Refusal>(reason)) {
    case Refusal::full:
      return {sdk::Errc::busy, "the relay carries as much as it may; try later: " + endpoint};
    case Refusal::not_a_relay:
      return {sdk::Errc::refused, "it does not relay for others: " + endpoint};
    case Refusal::no_answer:
      return {sdk::Errc::timed_out, "who is called did not answer: " + endpoint};
    default:
      return {sdk::Errc::refused, "the relay does not hold who is called: " + endpoint};
  }
}

/// A relay may send one on only to places in the open, unless it is in one's own network itself.
bool may_dial(const Endpoint& to, const Endpoint& relay) {
  return to.port != 0 && (is_public(to) || !is_public(relay));
}

std::string circuit_name(const Endpoint& relay, const Octets& name) {
  auto text = to_text(relay) + '#';
  wire::base64_encode(name, wire::Alphabet::url, text);
  return text;
}

}  // namespace

Connections::ConnectionPtr Connections::dial_saying(std::string name, const Endpoint& to, const Control& opening,
                                                    Purpose purpose) {
  auto connection = std::make_shared<Connection>(std::move(name), settings_.queue_limit);
  connection->opening = to_octets(opening);
  connection->to_try = {to};
  connection->relay = to;
  connection->purpose = purpose;
  begin(connection);
  dial_next(connection, {sdk::Errc::io, "no address is known for " + connection->name});
  return connection;
}

/// `192.0.2.1:12476#<id in base64url>`: whom nobody can dial, through a node that can call him.
Connections::ConnectionPtr Connections::dial_circuit(std::string_view endpoint, sdk::Status& why_not) {
  const auto hash = endpoint.find('#');
  const auto relay = parse_endpoint(endpoint.substr(0, hash));
  auto id = wire::base64_decode(endpoint.substr(hash + 1), wire::Alphabet::url);
  if (!relay || relay->port == 0 || !id || id->size() != id_size) {
    why_not = {sdk::Errc::invalid, "not an endpoint: `" + std::string(endpoint.substr(0, 60)) +
                                       "`; after # stands the id of a node, in base64url"};
    return nullptr;
  }
  auto name = circuit_name(*relay, *id);
  if (auto known = find(name)) return known;
  return dial_saying(std::move(name), *relay, {.word = Word::connect, .name = std::move(*id)}, Purpose::circuit);
}

void Connections::answer(std::string_view endpoint, const Octets& call) {
  const auto relay = parse_endpoint(endpoint);
  if (stopped_ || !relay || relay->port == 0) return;
  auto name = circuit_name(*relay, call);
  if (find(name)) return;  // called twice
  dial_saying(std::move(name), *relay, {.word = Word::answer, .name = call}, Purpose::circuit)->activity.inbound = true;
}

void Connections::tell(std::string_view endpoint, const Control& control) {
  const auto to = parse_endpoint(endpoint);
  if (stopped_ || !to || to->port == 0) return;
  auto name = circuit_name(*to, control.name);
  if (find(name)) return;
  dial_saying(std::move(name), *to, control, Purpose::word);
}

void Connections::say_opening(const ConnectionPtr& connection) {
  const auto& octets = connection->opening;
  static_cast<void>(::send(connection->socket, octets.data(), octets.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
  if (connection->purpose == Purpose::datagrams) return stand(connection);
  connection->phase = Phase::calling;
  if (connection->purpose != Purpose::word) return;
  ::shutdown(connection->socket, SHUT_WR);  // the other side reads, closes, and `ended` comes
}

void Connections::hear_answer(const ConnectionPtr& connection, std::span<const std::uint8_t> frames) {
  const auto frame = next_frame(frames);
  const auto control = frame ? read_control(*frame) : std::nullopt;
  if (control && control->word == Word::refused) return lose(connection, status_of(connection->name, control->name[0]));
  if (!control || control->word != Word::joined || connection->purpose != Purpose::circuit || connection->is_joined)
    return lose(connection, {sdk::Errc::malformed, "not the answer of a relay: " + connection->name});
  joined(connection, *control);
  if (!frames.empty()) hand_up(connection, frames);
}

/// The circuit stands. Both ends try to do without the relay: the caller waits for that, since who spoke first through
/// the relay goes on so; the one called takes whichever way it hears.
void Connections::joined(const ConnectionPtr& connection, const Control& control) {
  connection->is_joined = true;
  const bool is_called = connection->activity.inbound;
  const auto other = parse_endpoint(control.text);
  const bool may = other && may_dial(*other, connection->relay);
  if (is_called || !may) stand(connection);
  if (!may) return;
  const auto from = local_endpoint(connection->socket);
  if (is_called)
    return puncher_.start(End::called, control.name, from, *other, called_waits_ms, [this](const auto& direct) {
      if (direct) take_direct(*direct);
    });
  puncher_.start(End::caller, control.name, from, *other, caller_waits_ms, [this, connection](const auto& direct) {
    if (connection->phase != Phase::calling) {
      if (direct) engine_.close(direct->stream);
    } else if (direct) {
      go_direct(connection, *direct);
    } else {
      stand(connection);
    }
  });
}

/// A direct connection takes the place of the relayed one, under its name.
void Connections::go_direct(const ConnectionPtr& connection, const Direct& direct) {
  if (const auto known = by_stream_.find(direct.stream); known != by_stream_.end())
    release(ConnectionPtr(known->second));
  by_stream_.erase(connection->stream);
  const linger at_once{.l_onoff = 1, .l_linger = 0};  // nothing was said on it, and its port is wanted again
  setsockopt(connection->socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  engine_.close(connection->stream);
  connection->stream = direct.stream;
  connection->socket = direct.socket;
  by_stream_.emplace(direct.stream, connection);
  host_.log(sdk::Level::debug, "past the relay: " + connection->name);
  stand(connection);
  if (!direct.early.empty()) hand_up(connection, direct.early);
}

/// The caller may take this way, or not: it is another connection, which ends when nothing comes. Where both dialled,
/// one of them from another port, there are two: which it took is known when it speaks.
void Connections::take_direct(const Direct& direct) {
  const auto known = by_stream_.find(direct.stream);
  if (known != by_stream_.end()) return;  // it dialled me: an ordinary connection already
  Event event;
  event.stream = direct.stream;
  event.place = direct.place;
  event.value = direct.socket;
  admit(event);
  const auto made = by_stream_.find(direct.stream);
  if (made == by_stream_.end()) return;
  const auto connection = made->second;
  connection->activity.heard_us = host_.ticks_us();  // `here`
  if (!direct.early.empty()) hand_up(connection, direct.early);
}

/// Forgets a connection whose stream somebody else has from now on.
void Connections::release(const ConnectionPtr& connection) {
  connection->phase = Phase::over;
  all_.erase(connection);
  unname(connection);
  by_stream_.erase(connection->stream);
}

/// A connection that begins with a wish to be joined with another is no concern of anybody above.
void Connections::hand_to_switchboard(const Event& event, std::span<const std::uint8_t> octets) {
  const auto found = by_stream_.find(event.stream);
  if (found == by_stream_.end()) return;
  const auto connection = found->second;
  const auto place = parse_endpoint(connection->name);
  const auto frame = next_frame(octets);
  const auto control = frame ? read_control(*frame) : std::nullopt;
  if (!place || !control || !octets.empty() || connection->closing)
    return lose(connection, {sdk::Errc::malformed, "more than a wish to be joined: " + connection->name});
  release(connection);
  switchboard_.take({event.stream, connection->socket, *place}, *control);
}

/// The first frame of a stranger, when it is no message of a handshake.
bool Connections::take_control(const ConnectionPtr& connection, std::span<const std::uint8_t> frame) {
  if (!is_control(frame)) return false;
  const auto control = read_control(frame);
  const auto place = parse_endpoint(connection->name);
  if (control && place && control->word == Word::here) {
    if (puncher_.arrived(control->name, {connection->stream, connection->socket, *place, {}})) return true;
  } else if (control && control->word == Word::datagrams) {
    if (becomes_datagrams(connection)) return true;
  } else if (control && control->word == Word::dialled) {
    host_.publish("reach.dialled", {}, control->name);
  }
  close(connection->name);
  return true;
}

}  // namespace p2pchat::socket_transport
