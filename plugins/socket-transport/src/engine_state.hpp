// SPDX-License-Identifier: MIT
#pragma once
#include "inbound_limits.hpp"
#include "inbox.hpp"
#include "transport/frame_cutter.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/udp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <list>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace p2pchat::socket_transport {

namespace asio = boost::asio;
inline constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

/// A TCP connection as the socket thread sees it.
struct Stream {
  StreamId id = 0;
  Endpoint remote;
  bool inbound = false;
  asio::ip::tcp::socket socket;
};

/// Everything the socket thread owns. Its coroutines are one task group: they live in `context`, end when their socket
/// or timer is closed, and `context.run` returns when the last has ended. Thread: sockets.
struct EngineState {
  EngineState(Inbox& in, std::uint32_t frame_limit);

  /// Runs a coroutine of the group; an exception that escapes it is logged.
  void spawn(asio::awaitable<void> coroutine);
  /// Takes up a connected stream: tells the loop and begins to read.
  void open(std::shared_ptr<Stream> stream, Event::Kind how);
  void close(StreamId id);
  void close_all();
  void tell_ended(StreamId id, int error = 0);
  void log(std::string_view text);

  Inbox& inbox;
  const std::uint32_t max_frame;
  asio::io_context context{1};
  asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
  asio::steady_timer resumed{context};  // never expires: cancelling it wakes the readers that wait for the loop
  asio::steady_timer accept_pause{context};
  std::unordered_map<StreamId, std::shared_ptr<Stream>> streams;
  std::list<asio::ip::tcp::acceptor> acceptors;
  std::list<asio::ip::udp::socket> datagram_sockets;
  InboundLimits limits;
  StreamId next_inbound = 1;
  bool stopping = false;
};

asio::awaitable<void> connect_stream(EngineState& engine, StreamId id, Endpoint to, std::optional<Endpoint> from);
asio::awaitable<void> copy_octets(EngineState& engine, std::shared_ptr<Stream> from, std::shared_ptr<Stream> to,
                                  std::uint32_t octets_per_second);
asio::awaitable<void> read_frames(EngineState& engine, std::shared_ptr<Stream> stream);
asio::awaitable<void> tell_writable(EngineState& engine, std::shared_ptr<Stream> stream);
asio::awaitable<void> accept_streams(EngineState& engine, asio::ip::tcp::acceptor& acceptor);
asio::awaitable<void> serve_datagrams(EngineState& engine, asio::ip::udp::socket& socket);
/// Pauses a reader while the loop is behind.
asio::awaitable<void> wait_for_room(EngineState& engine);

}  // namespace p2pchat::socket_transport
