// SPDX-License-Identifier: MIT
#include "support/thread_host.hpp"

#include <algorithm>
#include <future>

namespace p2pchat::test {

ThreadHost::ThreadHost() : thread_([this] { run(); }) {}

void ThreadHost::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  news_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void ThreadHost::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    if (calls_.empty()) {
      news_.wait(lock);
    } else if (const auto when = calls_.begin()->first.first; when > Clock::now()) {
      news_.wait_until(lock, when);
    } else {
      auto call = calls_.extract(calls_.begin());
      lock.unlock();
      call.mapped()();
      call = {};  // whatever it captured goes away on the loop, outside the lock
      lock.lock();
    }
  }
}

void ThreadHost::settle() {
  std::promise<void> reached;
  auto future = reached.get_future();
  post([&reached] { reached.set_value(); });
  future.wait();
}

std::uint64_t ThreadHost::now_ms() noexcept {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

std::uint64_t ThreadHost::ticks_us() noexcept {
  const auto since = Clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(since).count());
}

std::uint64_t ThreadHost::after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept {
  const std::lock_guard lock(mutex_);
  const auto token = next_++;
  calls_.emplace(std::pair(Clock::now() + std::chrono::milliseconds(ms), token), std::move(f));
  news_.notify_all();
  return token;
}

void ThreadHost::offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept {
  post([work = std::move(work), done = std::move(done)] {
    work();
    if (done) done();
  });
}

std::uint64_t ThreadHost::subscribe(sdk::str prefix, sdk::Fn<void(sdk::str, const sdk::Id&, sdk::bytes)>&& f) noexcept {
  std::uint64_t token = 0;
  {
    const std::lock_guard lock(mutex_);
    token = next_++;
  }
  post([this, token, prefix = std::string(prefix), f = std::move(f)]() mutable {
    subscriptions_[token] = {prefix, std::move(f)};
  });
  return token;
}

void ThreadHost::publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) noexcept {
  post([this, topic = std::string(topic), subject, detail = std::string(detail.text())] {
    for (const auto& [token, subscription] : subscriptions_)
      if (topic.starts_with(subscription.prefix)) subscription.f(topic, subject, sdk::bytes::of(detail));
  });
}

void ThreadHost::cancel(std::uint64_t token) noexcept {
  post([this, token] { subscriptions_.erase(token); });
  const std::lock_guard lock(mutex_);
  std::erase_if(calls_, [&](const auto& call) { return call.first.second == token; });
}

void* ThreadHost::query(sdk::str iid, std::uint32_t) noexcept {
  const auto found = interfaces_.find(std::string(iid));
  return found == interfaces_.end() ? nullptr : found->second;
}

}  // namespace p2pchat::test
