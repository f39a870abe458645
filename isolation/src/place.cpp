// SPDX-License-Identifier: MIT
#include "place.hpp"

namespace p2pchat::isolation {

Place::Reached Place::reach(std::string_view iid) {
  until_made_();
  const std::lock_guard lock(mutex_);
  const auto object = objects_.find(iid);
  if (!caller_ || object == objects_.end()) return {nullptr, 0, workers_};
  return {caller_, object->second, workers_};
}

void Place::repeat(std::string_view iid, Again again) {
  const std::lock_guard lock(mutex_);
  again_.emplace_back(iid, std::move(again));
}

void Place::when_gone(std::function<void()> gone) {
  const std::lock_guard lock(mutex_);
  gone_.push_back(std::move(gone));
}

void Place::fill(const std::shared_ptr<Caller>& caller, Objects objects) {
  decltype(again_) again;
  {
    const std::lock_guard lock(mutex_);
    again = again_;
  }
  for (const auto& [iid, tell] : again)
    if (const auto object = objects.find(iid); object != objects.end()) tell(*caller, object->second);
  const std::lock_guard lock(mutex_);
  caller_ = caller;
  objects_ = std::move(objects);
  ++workers_;
}

void Place::empty() {
  decltype(gone_) gone;
  {
    const std::lock_guard lock(mutex_);
    if (!std::exchange(caller_, nullptr)) return;
    gone = gone_;
  }
  for (const auto& each : gone) each();
}

}  // namespace p2pchat::isolation
