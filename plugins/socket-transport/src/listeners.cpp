// SPDX-License-Identifier: MIT
#include "datagrams.hpp"
#include "engine_state.hpp"
#include "socket_address.hpp"

#include <chrono>
#include <cstring>

namespace p2pchat::socket_transport {
namespace {

// Out of descriptors or memory: others need time to give some back.
constexpr std::chrono::milliseconds shortage_pause{200};

constexpr int datagrams_at_once = 32;

Endpoint remote_of(const asio::ip::tcp::endpoint& from) {
  sockaddr_storage storage{};
  std::memcpy(&storage, from.data(), from.size());
  return endpoint_of(storage);
}

void welcome(EngineState& engine, asio::ip::tcp::socket socket, const Endpoint& from) {
  if (!engine.limits.admit(from)) return;
  const auto id = engine.next_inbound;
  engine.next_inbound += 2;
  auto stream = std::make_shared<Stream>(Stream{id, from, true, std::move(socket)});
  engine.streams.emplace(id, stream);
  engine.open(std::move(stream), Event::Kind::accepted);
}

/// Takes what is there, until the loop is behind.
void receive_all(EngineState& engine, int socket) {
  bool has_room = true;
  int taken = 0;
  const auto each = [&](const Endpoint& from, sdk::bytes payload) {
    Event event;
    event.kind = Event::Kind::datagram;
    event.place = from;
    has_room = engine.inbox.push(event, payload);
  };
  do taken = receive_datagrams(socket, datagrams_at_once, each);
  while (taken == datagrams_at_once && has_room);
}

}  // namespace

asio::awaitable<void> accept_streams(EngineState& engine, asio::ip::tcp::acceptor& acceptor) {
  bool complained = false;
  while (!engine.stopping) {
    asio::ip::tcp::endpoint from;
    auto [error, socket] = co_await acceptor.async_accept(from, as_result);
    if (engine.stopping) co_return;
    if (!error) {
      complained = false;
      welcome(engine, std::move(socket), remote_of(from));
      continue;
    }
    if (!complained) engine.log("cannot accept a connection: " + error.message() + "; trying on");
    complained = true;
    engine.accept_pause.expires_after(shortage_pause);
    co_await engine.accept_pause.async_wait(as_result);
  }
}

asio::awaitable<void> serve_datagrams(EngineState& engine, asio::ip::udp::socket& socket) {
  const int descriptor = socket.native_handle();
  const auto report = [&engine](const Endpoint& unreachable) {
    Event event;
    event.kind = Event::Kind::unreachable;
    event.place = unreachable;
    engine.inbox.push(event);
  };
  for (;;) {
    const auto [error] = co_await socket.async_wait(asio::ip::udp::socket::wait_read, as_result);
    if (error || engine.stopping) co_return;
    receive_reports(descriptor, report);
    receive_all(engine, descriptor);
    co_await wait_for_room(engine);  // also when only reports came: anybody may forge them, as fast as he likes
  }
}

}  // namespace p2pchat::socket_transport
