// SPDX-License-Identifier: MIT
#include "loop/event_loop.hpp"

#include "loop/timer_queue.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <csignal>
#include <mutex>

namespace p2pchat::host {
namespace asio = boost::asio;
using Microseconds = std::chrono::microseconds;

std::uint64_t ticks_us() noexcept {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<Microseconds>(now).count());
}

struct EventLoop::Parts {
  asio::io_context context{1};
  asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
  asio::signal_set signals{context};
  asio::steady_timer timer{context};  // for the earliest of `timers`
  std::atomic<std::uint64_t> last_token = 0;
  std::mutex mutex;
  TimerQueue timers;
};

EventLoop::EventLoop(Threads& threads) : threads_(threads), parts_(std::make_unique<Parts>()) {}
EventLoop::~EventLoop() = default;

void EventLoop::run() {
  threads_.claim(Tag::loop);
  parts_->context.run();
}

void EventLoop::stop() { parts_->context.stop(); }

std::uint64_t EventLoop::next_token() { return ++parts_->last_token; }

void EventLoop::post(sdk::Fn<void()>&& f) {
  asio::post(parts_->context, [f = std::move(f)] { f(); });
}

void EventLoop::after(std::uint64_t token, std::uint64_t ms, sdk::Fn<void()>&& f) {
  constexpr std::uint64_t year_ms = 366ULL * 24 * 3600 * 1000;
  const auto due = ticks_us() + std::min(ms, year_ms) * 1000;
  const std::lock_guard lock(parts_->mutex);
  const auto next = parts_->timers.next_us();
  parts_->timers.add(token, due, std::move(f));
  if (!next || due < *next) post([this] { arm(); });
}

void EventLoop::cancel(std::uint64_t token) {
  const std::lock_guard lock(parts_->mutex);
  parts_->timers.cancel(token);
}

void EventLoop::arm() {
  std::optional<std::uint64_t> next;
  {
    const std::lock_guard lock(parts_->mutex);
    next = parts_->timers.next_us();
  }
  if (!next) return;
  parts_->timer.expires_at(std::chrono::steady_clock::time_point(Microseconds(*next)));
  parts_->timer.async_wait([this](const boost::system::error_code& error) {
    if (error) return;  // armed anew for an earlier time
    std::vector<sdk::Fn<void()>> due;
    {
      const std::lock_guard lock(parts_->mutex);
      due = parts_->timers.take_due(ticks_us());
    }
    for (const auto& f : due) f();
    arm();
  });
}

void EventLoop::on_signal(std::function<void(int)> f) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) parts_->signals.add(number);
  parts_->signals.async_wait([this, f = std::move(f)](const boost::system::error_code& error, int number) {
    if (error) return;
    parts_->signals.clear();
    f(number);
  });
}

}  // namespace p2pchat::host
