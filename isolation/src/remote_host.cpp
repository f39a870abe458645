// SPDX-License-Identifier: MIT
#include "remote_host.hpp"

#include "carried.hpp"

#include <sys/random.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>

namespace p2pchat::isolation {
namespace {

template <class Unit, class Clock>
std::uint64_t since_its_epoch() {
  return static_cast<std::uint64_t>(std::chrono::duration_cast<Unit>(Clock::now().time_since_epoch()).count());
}

// Tokens of timers are even, those of subscriptions odd.
constexpr std::uint64_t timer_token(std::uint64_t number) { return number * 2; }
constexpr bool is_timer(std::uint64_t token) { return token % 2 == 0; }

}  // namespace

std::uint64_t RemoteHost::now_ms() noexcept {
  return since_its_epoch<std::chrono::milliseconds, std::chrono::system_clock>();
}

std::uint64_t RemoteHost::ticks_us() noexcept {
  return since_its_epoch<std::chrono::microseconds, std::chrono::steady_clock>();
}

void RemoteHost::random(std::uint8_t* p, std::uint64_t n) noexcept {
  while (n > 0) {
    const auto got = ::getrandom(p, std::min<std::uint64_t>(n, 256), 0);  // up to 256 bytes are never cut short
    if (got < 0 && errno != EINTR) std::abort();                          // rather than guessable ones
    if (got <= 0) continue;
    p += got;
    n -= static_cast<std::uint64_t>(got);
  }
}

std::uint64_t RemoteHost::after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept {
  return timer_token(loop_.after(ms, std::move(f)));
}

void RemoteHost::offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept {
  offloaded_.post([&loop = loop_, work = std::move(work), done = std::move(done)]() mutable {
    if (work) work();
    if (done) loop.post(std::move(done));
  });
}

std::uint64_t RemoteHost::subscribe(sdk::str prefix, NodeSide::EventFn&& f) noexcept {
  const auto f_here = std::make_shared<NodeSide::EventFn>(std::move(f));
  const auto at_node = node_.subscribe(
      prefix, [heard = std::weak_ptr(f_here)](sdk::str topic, const sdk::Id& subject, sdk::bytes detail) {
        if (const auto still = heard.lock()) (*still)(topic, subject, detail);
      });
  if (at_node == 0) return 0;
  const std::lock_guard lock(mutex_);
  last_subscription_ += 2;
  listeners_[last_subscription_] = {f_here, at_node};
  return last_subscription_;
}

void RemoteHost::cancel(std::uint64_t token) noexcept {
  if (is_timer(token)) return loop_.cancel(token / 2);
  Listener cancelled;
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = listeners_.find(token); found != listeners_.end())
      cancelled = std::move(listeners_.extract(found).mapped());
  }
  if (cancelled.f) node_.cancel(cancelled.at_node);
}

void* RemoteHost::query(sdk::str iid, std::uint32_t index) noexcept {
  const std::lock_guard lock(mutex_);
  auto& found = found_[{std::string(iid), index}];
  if (found.interface) return found.interface;
  const auto object = node_.find(iid, index);
  if (object == 0) return nullptr;
  with_used(iid, [&]<class Interface>(std::type_identity<Interface>) {
    const auto stub = std::make_shared<Stub<Interface>>(caller_.shared_from_this(), object);
    found = {static_cast<Interface*>(stub.get()), stub};
  });
  return found.interface;
}

}  // namespace p2pchat::isolation
