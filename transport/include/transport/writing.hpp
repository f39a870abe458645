// SPDX-License-Identifier: MIT
#pragma once
#include "transport/send_queue.hpp"

#include <vector>

namespace p2pchat::transport {

/// How far a stream socket took what waits for it.
struct Written {
  bool some = false;     ///< octets left
  bool blocked = false;  ///< the system takes no more now
  int error = 0;         ///< errno: it will take nothing more
};

/// Writes what waits, without waiting; the `done` of each frame that is out goes to `finished`.
Written write_waiting(int socket, SendQueue& queue, std::vector<sdk::StatusFn>& finished);

/// Hands the system what it takes at once, ends this direction, and reads what is still unread, which would turn the
/// close into a reset.
void say_goodbye(int socket, SendQueue& queue, std::vector<sdk::StatusFn>& finished);

}  // namespace p2pchat::transport
