// SPDX-License-Identifier: MIT
#include "caller.hpp"

namespace p2pchat::isolation {

std::uint64_t Caller::next_number() {
  const std::lock_guard lock(mutex_);
  return ++last_number_;
}

std::uint64_t Caller::keep(Invoker invoker) {
  const auto number = next_number();
  const std::lock_guard lock(mutex_);
  kept_.emplace(number, std::make_shared<Invoker>(std::move(invoker)));
  return number;
}

void Caller::begin_waiting(std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  waiting_[number];
}

// Runs the visits of a call, then gives the frame of its answer; nothing when none comes.
std::optional<std::string> Caller::wait(const Awaited& awaited, std::size_t& begin) {
  for (;;) {
    std::unique_lock lock(mutex_);
    auto& queue = waiting_[awaited.number].arrived;
    arrived_.wait(lock, [&] { return closed_ || !queue.empty(); });
    if (queue.empty()) return waiting_.erase(awaited.number), std::nullopt;
    auto [kind, frame, at] = std::move(queue.front());
    queue.pop_front();
    begin = at;
    if (kind == Kind::answer) return waiting_.erase(awaited.number), std::move(frame);
    lock.unlock();
    Reader in(std::string_view(frame).substr(at));
    if (!awaited.visit || !awaited.visit(in)) outlet_->close("sent a malformed visit");
  }
}

bool Caller::take(const Head& head, std::string frame, std::size_t begin) {
  if (head.kind == Kind::invoke || head.kind == Kind::drop) {
    {
      const std::lock_guard lock(mutex_);
      if (!kept_.contains(head.number)) return false;
    }
    if (head.kind == Kind::invoke)
      post_([this, number = head.number, begin, frame = std::move(frame)] {
        invoke(number, std::string_view(frame).substr(begin));
      });
    else
      post_([this, number = head.number] {
        std::shared_ptr<Invoker> dropped;  // freed without the lock: it may call as it goes
        const std::lock_guard lock(mutex_);
        if (const auto found = kept_.find(number); found != kept_.end())
          dropped = std::move(kept_.extract(found).mapped());
      });
    return true;
  }
  const std::lock_guard lock(mutex_);
  const auto found = waiting_.find(head.number);
  if (found == waiting_.end()) return false;
  found->second.arrived.push_back({head.kind, std::move(frame), begin});
  arrived_.notify_all();
  return true;
}

void Caller::invoke(std::uint64_t number, std::string_view arguments) {
  std::shared_ptr<Invoker> kept;
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = kept_.find(number); found != kept_.end()) kept = found->second;
  }
  Reader in(arguments);
  if (kept && (*kept)(in) == 0) outlet_->close("sent malformed arguments of a callback");
}

void Caller::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  arrived_.notify_all();
}

}  // namespace p2pchat::isolation
