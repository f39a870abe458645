// SPDX-License-Identifier: MIT
#include "node/runtime.hpp"

#include <memory>
#include <optional>

namespace p2pchat::host {

Runtime::Runtime() : loop_(threads_), store_thread_(threads_) {
  threads_.claim(Tag::main);
  loop_.on_signal([this](int) { told_to_end(); });
  loop_thread_ = std::thread([this] { loop_.run(); });
}

sdk::Status Runtime::await(const std::function<void(const DoneFn&)>& begin, Until until) {
  const auto answer = std::make_shared<std::optional<sdk::Status>>();  // outlives this call when told to end
  DoneFn done = [this, answer](const sdk::Status& status) {
    {
      const std::lock_guard lock(mutex_);
      *answer = status;
    }
    changed_.notify_all();
  };
  loop_.post([begin, done = std::move(done)] { begin(done); });
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return *answer || (told_to_end_ && until == Until::done_or_told_to_end); });
  return answer->value_or(sdk::Status(sdk::Errc::cancelled, "told to end"));
}

void Runtime::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return told_to_end_; });
}

void Runtime::on_told_to_end(std::function<void()> f) {
  const std::lock_guard lock(mutex_);
  on_told_to_end_ = std::move(f);
}

void Runtime::told_to_end() {
  std::function<void()> f;
  {
    const std::lock_guard lock(mutex_);
    told_to_end_ = true;
    f = on_told_to_end_;
  }
  changed_.notify_all();
  if (f) f();
}

void Runtime::end() {
  if (!loop_thread_.joinable()) return;
  loop_.stop();
  loop_thread_.join();
}

}  // namespace p2pchat::host
