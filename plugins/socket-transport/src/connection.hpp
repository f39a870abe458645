// SPDX-License-Identifier: MIT
#pragma once
#include "connections.hpp"

namespace p2pchat::socket_transport {

/// One TCP connection as the loop sees it. `by_name_` finds it until somebody asks for its end, `by_stream_` while it
/// has a descriptor.
struct Connections::Connection {
  Connection(std::string endpoint, std::size_t queue_limit) : name(std::move(endpoint)), queue(queue_limit) {}
  std::string name;  ///< what its frames come `from`
  SendQueue queue;
  std::vector<Endpoint> to_try;  ///< addresses not dialled yet, last one first
  Activity activity;
  Octets opening;          ///< a control frame that goes first; empty for a plain connection
  bool is_joined = false;  ///< the relay said that the other end is there
  Endpoint relay;          ///< where it is dialled, when it has an opening
  StreamId stream = 0;
  std::uint64_t dial_timer = 0;
  int socket = -1;
  int write_error = 0;  ///< errno of the write that failed; the reader tells the end, after what had still arrived
  Purpose purpose = Purpose::frames;
  Phase phase = Phase::dialling;
  bool is_second = false;  ///< another one has its name, until this one speaks
  bool closing = false;    ///< ends once the queue is empty
  bool blocked = false;    ///< the system takes no more; `writable` follows
  bool marked = false;
};

}  // namespace p2pchat::socket_transport
