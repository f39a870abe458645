// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <utility>

namespace p2pchat::transport {

/// An open file descriptor, closed with its owner.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& o) noexcept : fd_(std::exchange(o.fd_, -1)) {}
  Descriptor& operator=(Descriptor o) noexcept { return std::swap(fd_, o.fd_), *this; }
  ~Descriptor();
  int get() const { return fd_; }
  int release() { return std::exchange(fd_, -1); }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

/// How many connections strangers may hold in all: 1,024, and never more than half of the descriptors, so that the node
/// itself can always open its own.
std::size_t most_inbound();

}  // namespace p2pchat::transport
