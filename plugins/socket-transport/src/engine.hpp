// SPDX-License-Identifier: MIT
#pragma once
#include "inbox.hpp"
#include "listening.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <thread>

namespace p2pchat::socket_transport {

struct EngineState;

/// The thread that waits for sockets: it accepts, connects and reads, and tells the loop through the inbox.
///
/// It decides nothing. Writing is the loop's own, straight into the socket; a stream's descriptor stays open until the
/// loop calls `close`, so no descriptor is ever written to that belongs to another connection by now.
/// Thread: loop, unless said otherwise.
class Engine {
 public:
  /// `inbox` outlives the engine.
  Engine(Inbox& inbox, std::uint32_t max_frame);
  ~Engine();
  /// Accepts streams and receives datagrams. Takes the stream socket over; the datagram socket stays the caller's, who
  /// keeps it open until `stop` returned.
  void serve(Listening& listening);
  /// Receives datagrams from one more socket, which stays the caller's as above.
  void hear(int datagram_socket);
  /// Connects, from the port of `from` when given and possible; `connected` or `ended` follows. Ids of streams that the
  /// loop opens are even.
  void connect(StreamId stream, const Endpoint& to, const std::optional<Endpoint>& from = {});
  /// Copies between two streams that began with a control frame and are read by nobody, so fast each way; `ended` tells
  /// when one has nothing more to say. Either one missing ends both.
  void join(StreamId one, StreamId other, std::uint32_t octets_per_second);
  /// Tells once, by `writable`, that there is room to write.
  void wait_writable(StreamId stream);
  /// Forgets a stream and closes its descriptor. Events that are under way may still arrive.
  void close(StreamId stream);
  /// Says that the inbox has room again.
  void resume_reading();
  /// Ends every stream and listener and joins the thread. Harmless when repeated.
  void stop();

 private:
  const std::unique_ptr<EngineState> state_;
  std::thread thread_;
};

}  // namespace p2pchat::socket_transport
