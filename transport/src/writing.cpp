// SPDX-License-Identifier: MIT
#include "transport/writing.hpp"

#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace p2pchat::transport {

Written write_waiting(int socket, SendQueue& queue, std::vector<sdk::StatusFn>& finished) {
  Written written;
  while (!queue.empty() && !written.blocked && written.error == 0) {
    const auto octets = queue.waiting();
    const auto sent = ::send(socket, octets.data(), octets.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent >= 0) {
      written.some = true;
      queue.wrote(static_cast<std::size_t>(sent), finished);
    } else if (errno != EINTR) {
      written.blocked = errno == EAGAIN || errno == EWOULDBLOCK;
      written.error = written.blocked ? 0 : errno;
    }
  }
  return written;
}

void say_goodbye(int socket, SendQueue& queue, std::vector<sdk::StatusFn>& finished) {
  std::array<std::uint8_t, 16'384> unread;
  const auto octets = queue.waiting();
  if (!octets.empty()) {
    const auto sent = ::send(socket, octets.data(), octets.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent > 0) queue.wrote(static_cast<std::size_t>(sent), finished);
  }
  ::shutdown(socket, SHUT_WR);
  for (int i = 0; i < 64 && recv(socket, unread.data(), unread.size(), MSG_DONTWAIT) > 0; ++i) {
  }
}

}  // namespace p2pchat::transport
