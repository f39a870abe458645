// SPDX-License-Identifier: MIT
#include "support/real_host.hpp"

#include <sys/random.h>

#include <future>
#include <utility>

namespace p2pchat::test {

RealLoop::RealLoop() : thread_([this] { run(); }) {}

RealLoop::~RealLoop() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void RealLoop::post(Job&& job) {
  bool was_empty = false;
  {
    const std::lock_guard lock(mutex_);
    was_empty = posted_.empty();
    posted_.push_back(std::move(job));
  }
  if (was_empty) wake_.notify_one();
}

std::uint64_t RealLoop::after(std::uint64_t ms, Job&& job) {
  const std::lock_guard lock(mutex_);
  const auto token = next_token_++;
  const auto due = now() + std::chrono::milliseconds(ms);
  when_[token] = due;
  timers_.emplace(std::pair(due, token), std::move(job));
  wake_.notify_one();
  return token;
}

void RealLoop::cancel(std::uint64_t token) {
  Job dropped;  // outlives the lock: what it holds may call back
  const std::lock_guard lock(mutex_);
  const auto found = when_.find(token);
  if (found == when_.end()) return;
  const auto timer = timers_.find({found->second, token});
  dropped = std::move(timer->second);
  timers_.erase(timer);
  when_.erase(found);
}

void RealLoop::skip(std::uint64_t ms) {
  const std::lock_guard lock(mutex_);
  skipped_ = skipped_.load() + std::chrono::milliseconds(ms);
  wake_.notify_one();
}

std::uint64_t RealLoop::ticks_us() const {
  const auto since = now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(since).count());
}

void RealLoop::call(const std::function<void()>& f) {
  std::promise<void> ran;
  post([&] {
    f();
    ran.set_value();
  });
  ran.get_future().wait();
}

bool RealLoop::wait_until(const std::function<bool()>& condition, std::chrono::seconds limit) {
  const auto until = Clock::now() + limit;
  bool holds = false;
  for (;;) {
    call([&] { holds = condition(); });
    if (holds || Clock::now() > until) return holds;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

void RealLoop::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    while (!timers_.empty() && timers_.begin()->first.first <= now()) {
      auto timer = timers_.extract(timers_.begin());
      when_.erase(timer.key().second);
      posted_.push_back(std::move(timer.mapped()));
    }
    if (posted_.empty() && ending_) return;
    if (posted_.empty() && timers_.empty()) wake_.wait(lock);
    if (posted_.empty() && !timers_.empty()) wake_.wait_until(lock, timers_.begin()->first.first - skipped_.load());
    auto jobs = std::exchange(posted_, {});
    lock.unlock();
    for (auto& job : jobs) {
      job();
      job.reset();
    }
    lock.lock();
  }
}

namespace {

constexpr std::uint64_t is_subscription = std::uint64_t{1} << 63;  // in a token; those of timers count from 1

}  // namespace

sdk::Fn<void()> RealHost::guarded(sdk::Fn<void()>&& f) const {
  const std::lock_guard lock(alive_mutex_);
  return [alive = alive_, f = std::move(f)] {
    if (*alive && f) f();
  };
}

void RealHost::drop_callbacks() {
  subscriptions_.clear();
  const std::lock_guard lock(alive_mutex_);
  *alive_ = false;
  alive_ = std::make_shared<std::atomic<bool>>(true);
}

std::vector<std::string> RealHost::log_lines() {
  const std::lock_guard lock(log_mutex_);
  return log_lines_;
}

void RealHost::log(sdk::Level, sdk::str text) noexcept {
  const std::lock_guard lock(log_mutex_);
  log_lines_.emplace_back(text);
}

bool RealHost::config(sdk::str key, sdk::Out& value) noexcept {
  const auto found = settings_.find(std::string(key));
  return found != settings_.end() && value.append(std::string_view(found->second));
}

std::uint64_t RealHost::now_ms() noexcept {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

void RealHost::random(std::uint8_t* p, std::uint64_t n) noexcept {
  for (std::uint64_t filled = 0; filled < n;) {
    const auto got = getrandom(p + filled, n - filled, 0);
    if (got > 0) filled += static_cast<std::uint64_t>(got);
  }
}

void RealHost::post(sdk::Fn<void()>&& f) noexcept { loop_.post(guarded(std::move(f))); }

std::uint64_t RealHost::after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept {
  return loop_.after(ms, guarded(std::move(f)));
}

void RealHost::offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept {
  worker_.post([&loop = loop_, work = std::move(work), then = guarded(std::move(done))]() mutable {
    work();
    loop.post(std::move(then));
  });
}

std::uint64_t RealHost::subscribe(sdk::str prefix, EventFn&& f) noexcept {
  const auto token = is_subscription | ++subscribed_;
  post([this, token, prefix = std::string(prefix), f = std::move(f)]() mutable {
    subscriptions_[token] = {prefix, std::move(f)};
  });
  return token;
}

void RealHost::publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) noexcept {
  post([this, topic = std::string(topic), subject, detail = std::string(detail.text())] {
    for (const auto& [token, subscription] : subscriptions_)
      if (topic.starts_with(subscription.prefix)) subscription.f(topic, subject, sdk::bytes::of(detail));
  });
}

void RealHost::cancel(std::uint64_t token) noexcept {
  if (token & is_subscription)
    post([this, token] { subscriptions_.erase(token); });
  else
    loop_.cancel(token);
}

void* RealHost::query(sdk::str iid, std::uint32_t index) noexcept {
  const auto found = interfaces_.find(std::string(iid));
  return found != interfaces_.end() && index < found->second.size() ? found->second[index] : nullptr;
}

}  // namespace p2pchat::test
