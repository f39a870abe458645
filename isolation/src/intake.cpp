// SPDX-License-Identifier: MIT
#include "intake.hpp"

#include "nudge.hpp"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <utility>

namespace p2pchat::isolation {
namespace {

int wait_for(std::array<pollfd, 2>& ends, const Intake::Limit& limit) {
  if (!limit) return ::ppoll(ends.data(), ends.size(), nullptr, nullptr);
  using std::chrono::nanoseconds;
  const auto left = std::max(nanoseconds(0), nanoseconds(*limit - Intake::Clock::now()));
  const timespec time{.tv_sec = left / std::chrono::seconds(1), .tv_nsec = (left % std::chrono::seconds(1)).count()};
  return ::ppoll(ends.data(), ends.size(), &time, nullptr);
}

}  // namespace

Intake::Intake(std::shared_ptr<Outlet> outlet, Reader reader)
    : outlet_(std::move(outlet)), reader_(std::move(reader)), watched_(::epoll_create1(EPOLL_CLOEXEC)) {
  epoll_event event{.events = EPOLLIN, .data = {}};
  ::epoll_ctl(watched_, EPOLL_CTL_ADD, outlet_->descriptor_, &event);
}

Intake::~Intake() { ::close(watched_); }

void Intake::watch(std::uint32_t events) const {
  epoll_event event{.events = events, .data = {}};
  ::epoll_ctl(watched_, EPOLL_CTL_MOD, outlet_->descriptor_, &event);
}

bool Intake::begin(Who who, int nudge) {
  const std::lock_guard lock(mutex_);
  if (taken_ || closed_ || (who == Who::other && outlet_->closed())) {
    if (who == Who::link) link_waits_ = true;
    if (nudge >= 0) nudge_ = nudge;
    return false;
  }
  if (who == Who::other) watch(0);
  return taken_ = true;
}

void Intake::end(Who who) {
  bool link_waits = false;
  int who_rests = -1;
  {
    const std::lock_guard lock(mutex_);
    taken_ = false;
    if (who == Who::other) watch(EPOLLIN);
    link_waits = std::exchange(link_waits_, false);
    who_rests = std::exchange(nudge_, -1);
  }
  free_.notify_all();
  if (link_waits) outlet_->wake();
  if (who_rests >= 0) nudge(who_rests);
}

bool Intake::read(const Limit& limit, const std::function<bool()>& is_there) {
  if (!begin(Who::other)) return false;
  const bool ready = reader_.ready();
  if (ready && !is_there()) read_in_turn(limit, -1);
  end(Who::other);
  return ready;
}

void Intake::read_or_rest(const Limit& limit, int nudge) {
  if (begin(Who::other, nudge)) {
    read_in_turn(limit, nudge);
    return end(Who::other);
  }
  std::array<pollfd, 2> ends{{{nudge, POLLIN, 0}, {-1, 0, 0}}};
  if (wait_for(ends, limit) > 0) take_nudges(nudge);
}

void Intake::read_in_turn(const Limit& limit, int nudge) {
  std::array<pollfd, 2> ends{{{outlet_->descriptor_, POLLIN, 0}, {nudge, POLLIN, 0}}};
  if (wait_for(ends, limit) <= 0) return;
  if (ends[1].revents != 0) take_nudges(nudge);
  if (ends[0].revents != 0) read_some();
}

void Intake::read_some() {
  std::array<char, 16384> octets;
  const auto got = ::recv(outlet_->descriptor_, octets.data(), octets.size(), MSG_DONTWAIT);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (got <= 0) return outlet_->close({});
  // This takes the lock of who sends: what a thread here did before it answered is done for who takes what answers
  // that.
  if (outlet_->closed()) return;
  cutter_.add({octets.data(), static_cast<std::size_t>(got)});
  while (auto frame = cutter_.next())
    if (!reader_.take(std::move(*frame))) return outlet_->close("sent what is malformed");
  if (cutter_.broken()) outlet_->close("sent a frame over the limit");
}

void Intake::close() {
  std::unique_lock lock(mutex_);
  free_.wait(lock, [this] { return !taken_; });
  closed_ = true;
}

}  // namespace p2pchat::isolation
