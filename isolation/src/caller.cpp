// SPDX-License-Identifier: MIT
#include "caller.hpp"

namespace p2pchat::isolation {
namespace {

constexpr std::size_t max_texts = 64;

}  // namespace

std::uint64_t Caller::next_number() {
  const std::lock_guard lock(mutex_);
  return ++last_number_;
}

std::uint64_t Caller::keep(Invoker invoker) {
  const auto number = next_number();
  const auto kept = std::make_shared<Invoker>(std::move(invoker));  // freed without the lock when it is not
  const std::lock_guard lock(mutex_);
  if (!closed_) kept_.emplace(number, kept);
  return number;
}

void Caller::begin_waiting(std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  waiting_[number];
}

std::uint64_t Caller::begin_waiting() {
  const auto number = next_number();
  begin_waiting(number);
  return number;
}

// Until something arrived, or nothing ever will; false when patience is over.
bool Caller::await(std::unique_lock<std::mutex>& lock, const Waiting& arrived) {
  const auto there = [&] { return closed_ || !arrived.empty(); };
  if (there()) return true;
  const bool on_line = patience_.line && patience_.line->here();
  const auto& patience = on_line ? patience_.on_line : patience_.elsewhere;
  Intake::Limit limit;
  if (patience) limit = Intake::Clock::now() + *patience;
  const auto locked = [&] {
    const std::lock_guard again(mutex_);
    return there();
  };
  if (on_line) {
    lock.unlock();
    const bool in_time =
        patience_.line->serve_until(locked, limit, [&](const auto& woken) { return intake_->read(limit, woken); });
    lock.lock();
    return in_time;
  }
  for (bool reads = true; reads && !there();) {
    if (limit && Intake::Clock::now() >= *limit) return false;
    lock.unlock();
    reads = intake_->read(limit, locked);
    lock.lock();
  }
  if (limit) return arrived_.wait_until(lock, *limit, there);
  arrived_.wait(lock, there);
  return true;
}

// Runs the visits of a call, then gives the frame of its answer; nothing when none comes.
std::optional<std::string> Caller::wait(const Awaited& awaited, std::size_t& begin) {
  for (;;) {
    std::unique_lock lock(mutex_);
    auto& queue = waiting_[awaited.number];
    const bool in_time = await(lock, queue);
    if (queue.empty()) {
      waiting_.erase(awaited.number);
      lock.unlock();
      if (!in_time) outlet_->close("did not answer in time");
      return std::nullopt;
    }
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
    const auto octets = frame.size();
    if (head.kind == Kind::invoke)
      post_(octets, [self = shared_from_this(), number = head.number, begin, frame = std::move(frame)] {
        self->invoke(number, std::string_view(frame).substr(begin));
      });
    else
      post_(octets, [self = shared_from_this(), number = head.number] { self->drop(number); });
    return true;
  }
  {
    const std::lock_guard lock(mutex_);
    const auto found = waiting_.find(head.number);
    if (found == waiting_.end()) return false;
    found->second.push_back({head.kind, std::move(frame), begin});
  }
  arrived_.notify_all();
  if (patience_.line) patience_.line->wake();
  return true;
}

void Caller::drop(std::uint64_t number) {
  std::shared_ptr<Invoker> dropped;  // freed without the lock: it may call as it goes
  const std::lock_guard lock(mutex_);
  if (const auto found = kept_.find(number); found != kept_.end()) dropped = std::move(kept_.extract(found).mapped());
}

// What was given away with a call that is not made hears of it, later, as everybody does.
void Caller::refuse(const Awaited& awaited, const sdk::Status& status) {
  for (const auto& [number, refusal] : awaited.given)
    post_(0, [self = shared_from_this(), number = number, octets = refusal ? refusal(status) : std::string()] {
      if (!octets.empty()) self->invoke(number, octets);
      self->drop(number);
    });
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

// The text lives as long as this does, so only so many different ones are taken.
sdk::str Caller::kept_text(std::string_view text) {
  const std::lock_guard lock(mutex_);
  const auto found = texts_.find(text);
  if (found != texts_.end()) return *found;
  return texts_.size() < max_texts ? sdk::str(*texts_.emplace(text).first) : sdk::str();
}

void Caller::close() {
  auto dropped = std::make_shared<decltype(kept_)>();  // freed without the lock: they may call as they go
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    dropped->swap(kept_);
  }
  // A plugin's are freed on its loop; a node's may be freed anywhere, and whoever waits for them hears of it at once.
  if (!patience_.elsewhere && post_) post_(0, [dropped] {});
  arrived_.notify_all();
  if (patience_.line) patience_.line->wake();
}

}  // namespace p2pchat::isolation
