// SPDX-License-Identifier: MIT
#include "loop/serial_lane.hpp"

#include <condition_variable>
#include <mutex>

namespace p2pchat::host {

struct SerialLane::State {
  std::mutex mutex;
  std::condition_variable idle;
  unsigned waiting = 0;
  bool finished = false;

  bool enter() {
    const std::lock_guard lock(mutex);
    if (!finished) ++waiting;
    return !finished;
  }
  void leave() {
    const std::lock_guard lock(mutex);
    if (--waiting == 0) idle.notify_all();
  }
};

SerialLane::SerialLane(messaging::Serial& thread) : thread_(thread), state_(std::make_shared<State>()) {}
SerialLane::~SerialLane() { finish(); }

void SerialLane::finish() {
  std::unique_lock lock(state_->mutex);
  state_->finished = true;
  state_->idle.wait(lock, [this] { return state_->waiting == 0; });
}

void SerialLane::run(sdk::Fn<void()>&& job) {
  if (!state_->enter()) return;
  thread_.run([state = state_, job = std::move(job)]() mutable {
    job();
    job.reset();  // what it holds may pass the node's guard as it goes
    state->leave();
  });
}

}  // namespace p2pchat::host
