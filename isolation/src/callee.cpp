// SPDX-License-Identifier: MIT
#include "callee.hpp"

namespace p2pchat::isolation {

std::uint32_t Callee::add(Object object) {
  const std::lock_guard lock(mutex_);
  if (object.free && made_ >= max_made) return 0;
  if (object.free) ++made_;
  objects_.emplace(next_object_, std::make_shared<Object>(std::move(object)));
  return next_object_++;
}

std::shared_ptr<Callee::Object> Callee::find(std::uint32_t object) {
  const std::lock_guard lock(mutex_);
  const auto found = objects_.find(object);
  return found == objects_.end() ? nullptr : found->second;
}

void Callee::forget(std::uint32_t object) {
  const std::lock_guard lock(mutex_);
  if (objects_.erase(object) != 0) --made_;
}

void Callee::free_made() {
  decltype(objects_) all;
  {
    const std::lock_guard lock(mutex_);
    all.swap(objects_);
  }
  for (const auto& [number, object] : all)
    if (object->free) object->free();
}

bool Callee::take(const Head& head, std::string frame, std::size_t begin) {
  Reader in(std::string_view(frame).substr(begin));
  const auto object = in.number<std::uint32_t>(), method = in.number<std::uint32_t>();
  auto called = find(object);
  if (!in.good() || !called || *callbacks_ > max_callbacks) return false;
  const Return back{outlet_, callbacks_, head.number, caller_, shared_from_this(), object};
  if (!called->lane) return called->serve(method, in, back);
  const auto octets = frame.size();
  const auto lane = called->lane;
  line_up(lane, octets,
          [called = std::move(called), method, back, frame = std::move(frame),
           skipped = begin + 2 * sizeof(std::uint32_t)] {
            Reader arguments(std::string_view(frame).substr(skipped));
            // Also when the caller is gone meanwhile: what it said last counts.
            if (!called->serve(method, arguments, back)) back.outlet->close("sent a malformed call");
          });
  return true;
}

void Callee::line_up(const Lane& lane, std::size_t octets, sdk::Fn<void()>&& f) {
  octets += least_in_line;
  in_line_ += octets;
  lane([self = shared_from_this(), octets, f = std::move(f)] {
    f();
    const auto before = self->in_line_.fetch_sub(octets);
    if (before >= self->max_in_line_ && before - octets < self->max_in_line_) self->outlet_->wake();
  });
}

}  // namespace p2pchat::isolation
