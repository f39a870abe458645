// SPDX-License-Identifier: MIT
#include "worker_loop.hpp"

#include "nudge.hpp"

#include <pthread.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <memory>

namespace p2pchat::isolation {
namespace {

constexpr auto slow = std::chrono::milliseconds(50);
constexpr auto glance = std::chrono::milliseconds(100);  // between two looks at a call that does not return

/// Somebody waits for a call, which may outlive their patience.
struct AwaitedCall {
  std::mutex mutex;
  std::condition_variable changed;
  bool over = false;
};

}  // namespace

WorkerLoop::~WorkerLoop() {
  stop();
  if (nudge_ >= 0) ::close(nudge_);
}

void WorkerLoop::attend(std::shared_ptr<Intake> intake) {
  const std::lock_guard lock(mutex_);
  nudge_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (nudge_ < 0) return;  // the link reads alone
  intake_ = std::move(intake);
  changed_.notify_one();
}

std::uint64_t WorkerLoop::after(std::uint64_t ms, sdk::Fn<void()>&& f) {
  constexpr std::uint64_t year_ms = 366ULL * 24 * 3600 * 1000;
  const auto due = Clock::now() + std::chrono::milliseconds(std::min(ms, year_ms));
  const std::lock_guard lock(mutex_);
  const auto number = ++last_number_;
  if (stopped_) return number;
  due_[number] = due;
  queue_.emplace(Place(due, number), std::move(f));
  wake_one();  // whoever of them wakes takes what is due first
  return number;
}

void WorkerLoop::cancel(std::uint64_t number) {
  sdk::Fn<void()> cancelled;  // freed without the lock: it may call as it goes
  const std::lock_guard lock(mutex_);
  const auto found = due_.find(number);
  if (found == due_.end()) return;
  cancelled = std::move(queue_.extract({found->second, number}).mapped());
  due_.erase(found);
}

bool WorkerLoop::run(std::function<void()> f, std::optional<std::chrono::milliseconds> most) {
  const auto call = std::make_shared<AwaitedCall>();
  const auto before = worked();
  post([call, f = std::move(f)] {
    f();
    const std::lock_guard lock(call->mutex);
    call->over = true;
    call->changed.notify_all();
  });
  std::unique_lock lock(call->mutex);
  while (!call->changed.wait_for(lock, glance, [&] { return call->over; }))
    if (most && worked() - before > *most) return false;
  return true;
}

// What its first thread has taken of the processor's time so far.
std::chrono::nanoseconds WorkerLoop::worked() {
  clockid_t clock = {};
  timespec taken = {};
  if (::pthread_getcpuclockid(threads_.front().native_handle(), &clock) != 0 || ::clock_gettime(clock, &taken) != 0)
    return {};
  return std::chrono::seconds(taken.tv_sec) + std::chrono::nanoseconds(taken.tv_nsec);
}

void WorkerLoop::end() {
  decltype(queue_) dropped;
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    dropped.swap(queue_);
    due_.clear();
    if (reads_) nudge(nudge_);
  }
  changed_.notify_all();
}

void WorkerLoop::stop() {
  end();
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
}

void WorkerLoop::serve() {
  std::unique_lock lock(mutex_);
  while (!stopped_)
    if (!queue_.empty() && queue_.begin()->first.first <= Clock::now())
      run_first(lock);
    else
      rest(lock);
}

void WorkerLoop::run_first(std::unique_lock<std::mutex>& lock) {
  const auto began = Clock::now();
  due_.erase(queue_.begin()->first.second);
  auto f = std::move(queue_.extract(queue_.begin()).mapped());
  if (!queue_.empty()) wake_one();
  lock.unlock();
  f();
  if (const auto took = Clock::now() - began; slow_ && took > slow)
    slow_(std::chrono::duration_cast<std::chrono::milliseconds>(took));
  f.reset();  // without the lock: it may call as it goes
  lock.lock();
}

// Until something is due, or was asked for.
void WorkerLoop::rest(std::unique_lock<std::mutex>& lock) {
  Intake::Limit due;
  if (!queue_.empty()) due = queue_.begin()->first.first;
  if (intake_ && !reads_) {
    reads_ = std::this_thread::get_id();
    lock.unlock();
    intake_->read_or_rest(due, nudge_);
    lock.lock();
    reads_.reset();
    return;
  }
  ++resting_;
  if (due)
    changed_.wait_until(lock, *due);
  else
    changed_.wait(lock);
  --resting_;
}

// What the reading thread reads it runs itself, if no other does.
void WorkerLoop::wake_one() {
  if (reads_ == std::this_thread::get_id()) return;
  if (resting_ > 0)
    changed_.notify_one();
  else if (reads_)
    nudge(nudge_);
}

}  // namespace p2pchat::isolation
