// SPDX-License-Identifier: MIT
#include "support/shared_time.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <stdexcept>

namespace p2pchat::test {
namespace {

constexpr auto patience = std::chrono::seconds(60);
constexpr std::string_view arrival = "has come to the time of its node";  // in the log, which nothing overtakes

}  // namespace

void SharedTime::meet_often() {
  next_ = clock_.at(clock_.now_us() + often_us, [this] {
    meet();
    meet_often();
  });
}

void SharedTime::expect_in(std::uint64_t us) {
  const auto when_us = clock_.now_us() + us;
  if (!meetings_us_.insert(when_us).second) return;
  clock_.at(when_us, [this, when_us] {
    meetings_us_.erase(when_us);
    meet();
  });
}

void SharedTime::post(sdk::Fn<void()>&& job) {
  const std::lock_guard lock(mutex_);
  jobs_.push_back(std::move(job));
  changed_.notify_all();
}

void SharedTime::arrived() {
  const std::lock_guard lock(mutex_);
  --on_the_way_;
  changed_.notify_all();
}

// What the node did for one worker may be something to do for another.
void SharedTime::meet() {
  do {
    {
      const std::lock_guard lock(mutex_);
      on_the_way_ = workers_.size();
    }
    for (auto* worker : workers_) worker->tell(clock_.now_us());
  } while (work_until_all_arrived());
}

// Whether there was anything to do.
bool SharedTime::work_until_all_arrived() {
  bool worked = false;
  std::unique_lock lock(mutex_);
  for (;;) {
    if (!changed_.wait_for(lock, patience, [this] { return on_the_way_ == 0 || !jobs_.empty(); }))
      throw std::runtime_error("a worker does not come to the time of its node");
    if (jobs_.empty()) return worked;
    const auto job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    job();
    worked = true;
    lock.lock();
  }
}

NearHost::~NearHost() {
  time_.remove(*this);
  *alive_ = false;
}

void NearHost::await_worker() {
  {
    std::unique_lock lock(mutex_);
    if (!made_.wait_for(lock, patience, [this] { return told_ != nullptr; }))
      throw std::runtime_error("a worker is not made");
  }
  time_.add(*this);
}

void NearHost::tell(std::uint64_t now_us) {
  std::shared_ptr<TimeFn> told;
  {
    const std::lock_guard lock(mutex_);
    told = told_;
  }
  (*told)("time", {}, sdk::bytes(reinterpret_cast<const std::uint8_t*>(&now_us), sizeof now_us));
}

void NearHost::log(sdk::Level, sdk::str text) noexcept {
  if (std::string_view(text) == arrival) time_.arrived();
}

bool NearHost::config(sdk::str key, sdk::Out& value) noexcept {
  const auto found = settings_.find(std::string(key));
  return found != settings_.end() && value.append(std::string_view(found->second));
}

void NearHost::post(sdk::Fn<void()>&& f) noexcept {
  time_.post([alive = alive_, f = std::move(f)] {
    if (*alive) f();
  });
}

std::uint64_t NearHost::after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept {
  const auto shared = std::make_shared<sdk::Fn<void()>>(std::move(f));
  return time_.clock().at(time_.clock().now_us() + ms * 1000, [alive = alive_, shared] {
    if (*alive) (*shared)();
  });
}

// Whoever waits for it may hold the thread of the clock.
void NearHost::offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept {
  work();
  if (done) post(std::move(done));
}

std::uint64_t NearHost::subscribe(sdk::str prefix, TimeFn&& f) noexcept {
  if (std::string_view(prefix) != "time") return 0;
  const std::lock_guard lock(mutex_);
  told_ = std::make_shared<TimeFn>(std::move(f));
  made_.notify_all();
  return ~std::uint64_t(0);
}

void* NearHost::query(sdk::str iid, std::uint32_t index) noexcept {
  const auto found = interfaces_.find(std::string(iid));
  return found != interfaces_.end() && index == 0 ? found->second : nullptr;
}

FarHost::FarHost(sdk::Host& node) : node_(node) {
  (void)node.subscribe("time", [this](sdk::str, const sdk::Id&, sdk::bytes detail) {
    std::uint64_t now_us = 0;
    if (detail.len == sizeof now_us) std::memcpy(&now_us, detail.ptr, sizeof now_us);
    come_to(now_us);
  });
}

void FarHost::come_to(std::uint64_t now_us) {
  clock_.run_for((now_us - clock_.now_us()) / 1000);  // less than a millisecond behind
  node_.log(sdk::Level::trace, arrival);
}

}  // namespace p2pchat::test
