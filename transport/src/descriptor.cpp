// SPDX-License-Identifier: MIT
#include "transport/descriptor.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace p2pchat::transport {

Descriptor::~Descriptor() {
  if (fd_ >= 0) ::close(fd_);
}

std::size_t most_inbound() {
  constexpr std::size_t in_all = 1'024;
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return in_all;
  return std::min<std::size_t>(in_all, files.rlim_cur / 2);
}

}  // namespace p2pchat::transport
