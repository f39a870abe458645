// SPDX-License-Identifier: MIT
#include "link.hpp"

#include "frame.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace p2pchat::isolation {

Link::Link(std::shared_ptr<Outlet> outlet, Reader reader)
    : outlet_(std::move(outlet)), reader_(std::move(reader)), thread_([this] { run(); }) {}

Link::~Link() {
  outlet_->close({});
  thread_.join();
}

void Link::run() {
  FrameCutter cutter;
  while (!outlet_->closed()) {
    const bool reads = reader_.ready();
    const auto events = static_cast<short>((reads ? POLLIN : 0) | (outlet_->pending() ? POLLOUT : 0));
    std::array<pollfd, 2> ends{{{outlet_->descriptor_, events, 0}, {outlet_->wake_, POLLIN, 0}}};
    if (::poll(ends.data(), ends.size(), -1) < 0) continue;  // a signal
    std::uint64_t count = 0;
    if (ends[1].revents != 0 && ::read(outlet_->wake_, &count, sizeof count) < 0) continue;
    if ((ends[0].revents & POLLOUT) != 0) outlet_->flush();
    if ((ends[0].revents & ~POLLOUT) != 0 && !read_some(cutter)) outlet_->close({});
  }
  reader_.closed();
}

bool Link::read_some(FrameCutter& cutter) {
  std::array<char, 65536> octets;
  const auto got = ::recv(outlet_->descriptor_, octets.data(), octets.size(), MSG_DONTWAIT);
  if (got < 0) return errno == EAGAIN || errno == EINTR;
  cutter.add({octets.data(), static_cast<std::size_t>(got)});
  while (auto frame = cutter.next())
    if (!reader_.take(std::move(*frame))) return outlet_->close("sent what is malformed"), false;
  if (cutter.broken()) outlet_->close("sent a frame over the limit");
  return got > 0;
}

}  // namespace p2pchat::isolation
