// SPDX-License-Identifier: MIT
#include "engine_state.hpp"
#include "relay/control.hpp"
#include "socket_address.hpp"

#include <boost/asio/buffer.hpp>

#include <cerrno>
#include <cstring>

namespace p2pchat::socket_transport {
namespace {

using Tcp = asio::ip::tcp;

Tcp::endpoint asio_endpoint(const Endpoint& endpoint) {
  const SocketAddress address(endpoint);
  Tcp::endpoint to;
  to.resize(address.size);
  std::memcpy(to.data(), &address.storage, address.size);
  return to;
}

Event event_of(Event::Kind kind, const Stream& stream, int value = 0) {
  Event event;
  event.kind = kind;
  event.stream = stream.id;
  event.value = value;
  return event;
}

// 0 after whole frames, EBADMSG inside one.
int how_it_ended(const boost::system::error_code& error, const FrameCutter& cutter) {
  if (error != asio::error::eof) return error.value();
  return cutter.inside_frame() ? EBADMSG : 0;
}

/// Gives a socket the port of a listener, which lets it in by SO_REUSEPORT; false when that cannot be.
bool bind_beside_listener(Tcp::socket& socket, const Endpoint& from) {
  boost::system::error_code error;
  static_cast<void>(socket.open(asio_endpoint(from).protocol(), error));
  if (error) return false;
  for (const int option : {SO_REUSEADDR, SO_REUSEPORT}) {
    const int on = 1;
    setsockopt(socket.native_handle(), SOL_SOCKET, option, &on, sizeof on);
  }
  static_cast<void>(socket.bind(asio_endpoint(from), error));
  if (error) static_cast<void>(socket.close(error));
  return socket.is_open();
}

bool is_taken(const boost::system::error_code& error) {
  return error.value() == EADDRNOTAVAIL || error.value() == EADDRINUSE;
}

/// Whether a stranger's first frame asks that nothing be read after it, since what follows is not for this node.
bool ends_reading(std::span<const std::uint8_t> frames) {
  const auto frame = next_frame(frames);
  const auto control = frame ? read_control(*frame) : std::nullopt;
  return control && (control->word == Word::connect || control->word == Word::answer);
}

}  // namespace

asio::awaitable<void> connect_stream(EngineState& engine, StreamId id, Endpoint to, std::optional<Endpoint> from) {
  auto stream = std::make_shared<Stream>(Stream{id, to, false, Tcp::socket(engine.context)});
  engine.streams.emplace(id, stream);
  bool is_bound = from && bind_beside_listener(stream->socket, *from);
  auto [error] = co_await stream->socket.async_connect(asio_endpoint(to), as_result);
  if (is_bound && is_taken(error) && stream->socket.is_open()) {  // an earlier connection to the same place still fades
    static_cast<void>(stream->socket.close(error));
    from->port = 0;  // another port, from which others can be dialled too
    is_bound = bind_beside_listener(stream->socket, *from);
    auto [anew] = co_await stream->socket.async_connect(asio_endpoint(to), as_result);
    error = anew;
  }
  if (!error && local_endpoint(stream->socket.native_handle()) == to) {
    // Nobody listens there: the kernel gave this socket the very port it dials, and it reached itself.
    engine.inbox.push(event_of(Event::Kind::ended, *stream, ECONNREFUSED));
  } else if (error) {
    engine.inbox.push(event_of(Event::Kind::ended, *stream, error.value()));
  } else {
    engine.open(std::move(stream), Event::Kind::connected);
  }
}

asio::awaitable<void> read_frames(EngineState& engine, std::shared_ptr<Stream> stream) {
  FrameCutter cutter(engine.max_frame);
  for (bool is_first = stream->inbound;;) {
    const auto room = cutter.room();
    const auto buffer = asio::buffer(room.data(), room.size());
    const auto [error, size] = co_await stream->socket.async_read_some(buffer, as_result);
    if (error) {
      engine.inbox.push(event_of(Event::Kind::ended, *stream, how_it_ended(error, cutter)));
      co_return;
    }
    const auto frames = cutter.filled(size);
    if (is_first && ends_reading(frames)) {
      engine.inbox.push(event_of(Event::Kind::control, *stream), frames);
      co_return;
    }
    is_first = is_first && frames.empty();
    const bool has_room = frames.empty() || engine.inbox.push(event_of(Event::Kind::frames, *stream), frames);
    if (cutter.oversized()) {
      engine.inbox.push(event_of(Event::Kind::ended, *stream, EMSGSIZE));
      co_return;
    }
    if (!has_room) co_await wait_for_room(engine);
  }
}

asio::awaitable<void> tell_writable(EngineState& engine, std::shared_ptr<Stream> stream) {
  const auto [error] = co_await stream->socket.async_wait(Tcp::socket::wait_write, as_result);
  if (!error) engine.inbox.push(event_of(Event::Kind::writable, *stream));
}

}  // namespace p2pchat::socket_transport
