// SPDX-License-Identifier: MIT
#include "link.hpp"

#include "nudge.hpp"

#include <poll.h>

#include <array>

namespace p2pchat::isolation {

Link::Link(std::shared_ptr<Outlet> outlet, std::shared_ptr<Intake> intake, std::function<void()> closed)
    : outlet_(std::move(outlet)), intake_(std::move(intake)), closed_(std::move(closed)), thread_([this] { run(); }) {}

Link::~Link() {
  outlet_->close({});
  thread_.join();
}

void Link::run() {
  while (!outlet_->closed()) turn();
  intake_->close();
  closed_();
}

// What a process said that is gone is read though there is no room for it.
void Link::turn() {
  const auto socket = reads_ || !hung_up_ ? outlet_->descriptor_ : -1;
  const auto events = static_cast<short>(outlet_->pending() ? POLLOUT : 0);
  std::array<pollfd, 3> ends{{{reads_ && intake_->reader_.ready() ? intake_->watched_ : -1, POLLIN, 0},
                              {socket, events, 0},
                              {outlet_->wake_, POLLIN, 0}}};
  if (::poll(ends.data(), ends.size(), -1) < 0) return;  // a signal
  if (ends[2].revents != 0) {
    reads_ = true;
    take_nudges(outlet_->wake_);
  }
  if ((ends[1].revents & POLLOUT) != 0) outlet_->flush();
  hung_up_ = (ends[1].revents & ~POLLOUT) != 0;
  if (ends[0].revents == 0 && !hung_up_) return;
  reads_ = intake_->begin(Intake::Who::link);
  if (!reads_) return;
  intake_->read_some();
  intake_->end(Intake::Who::link);
}

}  // namespace p2pchat::isolation
