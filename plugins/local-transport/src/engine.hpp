// SPDX-License-Identifier: MIT
#pragma once
#include "listening.hpp"
#include "transport/inbox.hpp"

#include <memory>
#include <optional>
#include <thread>

namespace p2pchat::local_transport {

/// What crosses from the socket thread to the loop; places are endpoints.
using Event = EventAt<std::string>;
using Inbox = InboxOf<Event>;

/// The thread that waits for sockets: it accepts and reads, and tells the loop through the inbox.
///
/// It decides nothing but whose connections are let in. Connecting and writing are the loop's own; a stream's
/// descriptor stays open until the loop calls `close`. Thread: loop.
class Engine {
 public:
  /// `inbox` outlives the engine. `only`: the user whose processes may connect; nothing: any.
  Engine(Inbox& inbox, std::uint32_t max_frame, std::optional<std::uint32_t> only);
  ~Engine();
  /// Accepts streams and receives datagrams. Takes the stream socket over; the datagram socket stays the caller's, who
  /// keeps it open until `stop` returned.
  void serve(Listening& listening);
  /// Reads frames from a connected stream, which it takes over. Ids of streams that the loop opens are even.
  void read(StreamId stream, Descriptor socket);
  /// Tells once, by `writable`, that there is room to write.
  void wait_writable(StreamId stream);
  /// Forgets a stream and closes its descriptor. Events that are under way may still arrive.
  void close(StreamId stream);
  /// Says that the inbox has room again.
  void resume_reading();
  /// Ends every stream and listener and joins the thread. Harmless when repeated.
  void stop();

 private:
  struct State;
  const std::unique_ptr<State> state_;
  std::thread thread_;
};

}  // namespace p2pchat::local_transport
