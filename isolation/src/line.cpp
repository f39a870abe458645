// SPDX-License-Identifier: MIT
#include "line.hpp"

#include <algorithm>

namespace p2pchat::isolation {

void Line::add(Sort sort, sdk::Fn<void()>&& job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back({sort, std::move(job)});
    woken_ = true;
  }
  changed_.notify_all();
  post_([self = shared_from_this()] {
    if (auto first = self->next(true)) first->run();
  });
}

std::optional<Line::Job> Line::next(bool callbacks_too) {
  const std::lock_guard lock(mutex_);
  woken_ = false;
  const auto found =
      std::ranges::find_if(jobs_, [callbacks_too](const Job& job) { return callbacks_too || job.sort == Sort::call; });
  if (found == jobs_.end()) return std::nullopt;
  Job job = std::move(*found);
  jobs_.erase(found);
  return job;
}

bool Line::serve_until(const std::function<bool()>& over, std::optional<Clock::time_point> limit, const Read& read) {
  for (;;) {
    {
      const std::lock_guard lock(mutex_);
      woken_ = false;
    }
    while (auto call = next(false)) call->run();
    if (over()) return true;
    if (limit && Clock::now() >= *limit) return false;
    const auto woken = [this] {
      const std::lock_guard lock(mutex_);
      return woken_;
    };
    if (read && read(woken)) continue;
    std::unique_lock lock(mutex_);
    if (!limit)
      changed_.wait(lock, [this] { return woken_; });
    else
      changed_.wait_until(lock, *limit, [this] { return woken_; });
  }
}

void Line::drop() {
  std::deque<Job> dropped;
  const std::lock_guard lock(mutex_);
  dropped.swap(jobs_);
}

void Line::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  changed_.notify_all();
}

}  // namespace p2pchat::isolation
