// SPDX-License-Identifier: MIT
#include "outlet.hpp"

#include "frame.hpp"
#include "nudge.hpp"

#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <utility>

namespace p2pchat::isolation {
namespace {

constexpr std::size_t max_queued = 64 << 20;  // a hundred thousand contacts are thirty mebibytes

}  // namespace

Outlet::Outlet(int descriptor, Full full)
    : descriptor_(descriptor), wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), full_(full) {}

Outlet::~Outlet() {
  ::close(descriptor_);
  ::close(wake_);
}

void Outlet::send(std::string frame) {
  if (frame.size() > max_frame) return close("had a frame over the limit to send or to be sent");
  std::unique_lock lock(mutex_);
  if (full_ == Full::waits) room_.wait(lock, [this] { return closed_ || queued_ < max_queued; });
  if (closed_) return;
  const bool was_empty = queue_.empty();
  queued_ += frame.size();
  queue_.push_back(std::move(frame));
  if (was_empty) push(lock);
  if (queue_.empty()) return;
  if (was_empty) wake();
  if (queued_ <= max_queued || full_ == Full::waits) return;
  lock.unlock();
  close("does not read what it asked for");
}

void Outlet::push(const std::unique_lock<std::mutex>&) {
  while (!queue_.empty()) {
    const auto& first = queue_.front();
    const auto sent =
        ::send(descriptor_, first.data() + sent_of_first_, first.size() - sent_of_first_, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return;  // no room, or the other end is gone, which reading tells
    sent_of_first_ += static_cast<std::size_t>(sent);
    if (sent_of_first_ < first.size()) continue;
    queued_ -= first.size();
    sent_of_first_ = 0;
    queue_.pop_front();
  }
}

void Outlet::flush() {
  std::unique_lock lock(mutex_);
  push(lock);
  room_.notify_all();
}

void Outlet::close(const std::string& reason) {
  const std::lock_guard lock(mutex_);
  if (std::exchange(closed_, true)) return;
  reason_ = reason;
  ::shutdown(descriptor_, SHUT_RDWR);
  wake();
  room_.notify_all();
}

bool Outlet::closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

std::string Outlet::reason() const {
  const std::lock_guard lock(mutex_);
  return reason_;
}

void Outlet::drain(std::chrono::milliseconds limit) {
  std::unique_lock lock(mutex_);
  room_.wait_for(lock, limit, [this] { return closed_ || queue_.empty(); });
}

bool Outlet::pending() const {
  const std::lock_guard lock(mutex_);
  return !queue_.empty();
}

void Outlet::wake() const { nudge(wake_); }

}  // namespace p2pchat::isolation
