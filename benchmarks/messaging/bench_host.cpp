// SPDX-License-Identifier: MIT
#include "bench_host.hpp"

#include <sys/random.h>

#include <cstdio>

namespace p2pchat::bench {

Thread::Thread() : thread_([this] { serve(); }) {}

Thread::~Thread() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  news_.notify_one();
  thread_.join();
}

void Thread::run(sdk::Fn<void()>&& job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  news_.notify_one();
}

std::uint64_t Thread::after(std::uint64_t ms, sdk::Fn<void()>&& job) {
  std::uint64_t token = 0;
  {
    const std::lock_guard lock(mutex_);
    token = next_++;
    due_[token] = Clock::now() + std::chrono::milliseconds(ms);
    timers_.emplace(std::pair(due_[token], token), std::move(job));
  }
  news_.notify_one();
  return token;
}

void Thread::cancel(std::uint64_t token) {
  const std::lock_guard lock(mutex_);
  const auto found = due_.find(token);
  if (found == due_.end()) return;
  timers_.erase({found->second, token});
  due_.erase(found);
}

void Thread::serve() {
  std::unique_lock lock(mutex_);
  while (!ending_) {
    if (!timers_.empty() && timers_.begin()->first.first <= Clock::now()) {
      auto timer = timers_.extract(timers_.begin());
      due_.erase(timer.key().second);
      jobs_.push_back(std::move(timer.mapped()));
    }
    if (jobs_.empty()) {
      if (timers_.empty())
        news_.wait(lock);
      else
        news_.wait_until(lock, timers_.begin()->first.first);
      continue;
    }
    auto jobs = std::exchange(jobs_, {});
    lock.unlock();
    for (const auto& job : jobs) job();
    jobs.clear();
    lock.lock();
  }
}

void BenchHost::log(sdk::Level level, sdk::str text) noexcept {
  if (level >= sdk::Level::warn) std::fprintf(stderr, "%.*s\n", int(text.len), text.ptr);
}

bool BenchHost::config(sdk::str key, sdk::Out& value) noexcept {
  const auto found = settings_.find(std::string(key));
  return found != settings_.end() && value.append(std::string_view(found->second));
}

std::uint64_t BenchHost::now_ms() noexcept {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

std::uint64_t BenchHost::ticks_us() noexcept {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(now).count());
}

void BenchHost::random(std::uint8_t* p, std::uint64_t n) noexcept {
  for (std::uint64_t at = 0; at < n;) {
    const auto got = ::getrandom(p + at, n - at, 0);
    if (got > 0) at += static_cast<std::uint64_t>(got);
  }
}

void BenchHost::offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept {
  worker_.run([this, work = std::move(work), done = std::move(done)]() mutable {
    work();
    if (done) post(std::move(done));
  });
}

std::uint64_t BenchHost::subscribe(sdk::str prefix, sdk::Fn<void(sdk::str, const sdk::Id&, sdk::bytes)>&& f) noexcept {
  subscriptions_.push_back({std::string(prefix), std::move(f)});
  return 0;
}

void BenchHost::publish(sdk::str topic, const sdk::Id& subject, sdk::bytes) noexcept {
  post([this, name = std::string(topic), subject] {
    for (const auto& subscription : subscriptions_)
      if (name.starts_with(subscription.prefix)) subscription.f(name, subject, {});
  });
}

void* BenchHost::query(sdk::str iid, std::uint32_t index) noexcept {
  const auto found = interfaces_.find(std::string_view(iid));
  return found != interfaces_.end() && index == 0 ? found->second : nullptr;
}

}  // namespace p2pchat::bench
