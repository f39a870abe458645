// SPDX-License-Identifier: MIT
#include "shell/mailbox.hpp"

#include <utility>

namespace p2pchat::wx_gui {

void Mailbox::post(sdk::Fn<void()>&& call) noexcept {
  const std::lock_guard lock(mutex_);
  if (closed_) return;
  calls_.push_back(std::move(call));
  if (calls_.size() == 1 && bell_) bell_();
}

void Mailbox::ask_to_quit() noexcept {
  const std::lock_guard lock(mutex_);
  quitting_ = true;
  if (bell_) bell_();
}

void Mailbox::hang_bell(std::function<void()> bell) {
  const std::lock_guard lock(mutex_);
  bell_ = std::move(bell);
  if (bell_ && (quitting_ || !calls_.empty())) bell_();
}

void Mailbox::run_all() {
  std::vector<sdk::Fn<void()>> batch;
  {
    const std::lock_guard lock(mutex_);
    batch.swap(calls_);
  }
  for (const auto& call : batch) call();
}

void Mailbox::close() noexcept {
  std::vector<sdk::Fn<void()>> dropped;  // outlives the lock: dropping a call may call back
  const std::lock_guard lock(mutex_);
  closed_ = true;
  dropped.swap(calls_);
}

}  // namespace p2pchat::wx_gui
