// SPDX-License-Identifier: MIT
#include "remote_host.hpp"

#include "carried.hpp"
#include "place.hpp"

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

/// Carries the calls of an interface to the node from the loop alone.
template <class Interface>
class FromLoop : public Remote<Interface> {
 public:
  FromLoop(RemoteHost& host, std::shared_ptr<Caller> caller, std::uint32_t object)
      : Remote<Interface>(std::move(caller), object), host_(host) {}

 protected:
  ~FromLoop() = default;
  template <auto pointer, class... A>
  auto carry(Method<pointer> which, A&&... arguments) const {
    if (host_.on_loop()) return Remote<Interface>::carry(which, std::forward<A>(arguments)...);
    const auto status = host_.off_loop(name_of<pointer>.data());
    (refuse_later(host_, status, std::forward<A>(arguments)), ...);
    return Caller::failed<pointer>(status, std::forward<A>(arguments)...);
  }

 private:
  RemoteHost& host_;
};

template <class Interface>
inline constexpr bool is_of_any_thread = std::is_same_v<Interface, sdk::Chat> || std::is_same_v<Interface, sdk::Crypto>;

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

bool RemoteHost::heeds(const char* call) {
  if (ended_) node_.log(sdk::Level::error, "called Host::" + std::string(call) + " after it had stopped");
  return !ended_;
}

sdk::Status RemoteHost::off_loop(const char* call) {
  const auto text = "called " + std::string(call) + " off its thread, [loop]: post it there";
  node_.log(sdk::Level::error, text);
  return {sdk::Errc::internal, text};
}

std::uint64_t RemoteHost::after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept {
  return heeds("after") ? timer_token(loop_.after(ms, std::move(f))) : 0;
}

void RemoteHost::offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept {
  if (!heeds("offload")) return;
  offloaded_.post([&loop = loop_, work = std::move(work), done = std::move(done)]() mutable {
    if (work) work();
    if (done) loop.post(std::move(done));
  });
}

std::uint64_t RemoteHost::subscribe(sdk::str prefix, NodeSide::EventFn&& f) noexcept {
  if (!heeds("subscribe")) return 0;
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
  if (!heeds("query")) return nullptr;
  const auto key = std::pair(std::string(iid), index);
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = found_.find(key); found != found_.end()) return found->second.interface;
  }
  const auto object = node_.find(iid, index);  // without the lock: whoever waits takes what else the node says
  if (object == 0) return nullptr;
  const std::lock_guard lock(mutex_);
  auto& found = found_[key];
  if (found.interface) return found.interface;  // another thread has asked as well
  with_used(iid, [&]<class Interface>(std::type_identity<Interface>) {
    const auto keep = [&](const auto& stub) { found = {static_cast<Interface*>(stub.get()), stub}; };
    if constexpr (is_of_any_thread<Interface>)
      keep(std::make_shared<Stub<Interface>>(caller_.shared_from_this(), object));
    else
      keep(std::make_shared<Forwarder<Interface, FromLoop<Interface>>>(*this, caller_.shared_from_this(), object));
  });
  return found.interface;
}

}  // namespace p2pchat::isolation
