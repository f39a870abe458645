// SPDX-License-Identifier: MIT
#include "plugins/callbacks.hpp"

namespace p2pchat::host {

std::uint64_t Callbacks::keep(std::shared_ptr<AnyHeld> held) {
  const auto token = loop_.next_token();
  const std::lock_guard lock(mutex_);
  if (closed_) return 0;
  held_.emplace(token, std::move(held));
  return token;
}

std::shared_ptr<Callbacks::AnyHeld> Callbacks::find(std::uint64_t token, Use use) {
  const std::lock_guard lock(mutex_);
  const auto found = held_.find(token);
  if (found == held_.end()) return nullptr;
  return use == Use::again ? found->second : std::move(held_.extract(found).mapped());
}

void Callbacks::work(std::uint64_t token) {
  {
    const std::lock_guard lock(mutex_);
    if (!held_.contains(token)) return;
    ++working_;
  }
  call<void()>(token, Use::once, "offloaded work");
  const std::lock_guard lock(mutex_);
  if (--working_ == 0) idle_.notify_all();
}

void Callbacks::drop(std::uint64_t token) { find(token, Use::once); }

void Callbacks::drop_all() {
  decltype(held_) dropped;  // destroyed without the lock: a callback may hold what calls the host as it goes
  std::unique_lock lock(mutex_);
  held_.swap(dropped);
  idle_.wait(lock, [this] { return working_ == 0; });
}

void Callbacks::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  drop_all();
}

}  // namespace p2pchat::host
