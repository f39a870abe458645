// SPDX-License-Identifier: MIT
#include "line/output.hpp"

#include <limits.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace p2pchat::terminal_ui {

bool Output::flush() {
  std::size_t written = 0;
  while (written < pending_.size()) {
    // Ready for PIPE_BUF octets means that this many do not block, though the descriptor is a blocking one.
    pollfd wait[2] = {{descriptor_, POLLOUT, 0}, {mailbox_.quitting() ? -1 : mailbox_.descriptor(), POLLIN, 0}};
    const int patience_ms = mailbox_.quitting() ? 100 : -1;
    if (::poll(wait, 1, 0) == 0 && ::poll(wait, 2, patience_ms) == 0) break;
    if (!wait[0].revents) {
      if (wait[1].revents && !mailbox_.quitting()) ::poll(wait, 1, 10);  // calls wait in the mailbox, nobody quits yet
      continue;
    }
    const auto size = std::min<std::size_t>(pending_.size() - written, PIPE_BUF);
    const auto count = ::write(descriptor_, pending_.data() + written, size);
    if (count < 0 && errno != EINTR && errno != EAGAIN) break;
    if (count > 0) written += static_cast<std::size_t>(count);
  }
  const bool all = written == pending_.size();
  pending_.clear();
  return all;
}

}  // namespace p2pchat::terminal_ui
