// SPDX-License-Identifier: MIT
#include "shell/mailbox.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace p2pchat::terminal_ui {

Mailbox::Mailbox() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "terminal-ui: eventfd");
}

Mailbox::~Mailbox() { ::close(descriptor_); }

void Mailbox::post(sdk::Fn<void()>&& call) noexcept {
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return;
    calls_.push_back(std::move(call));
    if (calls_.size() > 1) return;
  }
  wake();
}

void Mailbox::ask_to_quit() noexcept {
  quitting_ = true;
  wake();
}

void Mailbox::run_all() {
  std::vector<sdk::Fn<void()>> batch;
  {
    const std::lock_guard lock(mutex_);
    std::uint64_t count = 0;
    if (!quitting_) [[maybe_unused]]
      const auto drained = ::read(descriptor_, &count, sizeof count);
    batch.swap(calls_);
  }
  for (const auto& call : batch) call();
}

void Mailbox::close() noexcept {
  std::vector<sdk::Fn<void()>> dropped;
  const std::lock_guard lock(mutex_);
  closed_ = true;
  dropped.swap(calls_);
}

void Mailbox::wake() noexcept {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(descriptor_, &one, sizeof one);
}

}  // namespace p2pchat::terminal_ui
