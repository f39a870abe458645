// SPDX-License-Identifier: MIT
#include "event_heap.hpp"

#include <algorithm>

namespace p2pchat::simulation {

EventHeap::Token EventHeap::at(std::uint64_t us, sdk::Fn<void()>&& f, Strand* strand) {
  if (idle_.empty()) {
    idle_.push_back(static_cast<std::uint32_t>(slots_.size()));
    slots_.emplace_back();
  }
  const auto number = idle_.back();
  idle_.pop_back();
  auto& slot = slots_[number];
  slot.f = std::move(f);
  slot.strand = strand;
  slot.previous = 0;
  slot.next = strand ? strand->first : 0;
  if (slot.next) slots_[slot.next].previous = number;
  if (strand) strand->first = number;
  heap_.push_back({std::max(us, now_us_), next_++, number, slot.generation});
  std::push_heap(heap_.begin(), heap_.end());
  return std::uint64_t{slot.generation} << 32 | number;
}

/// Takes the callback out and gives the slot back.
sdk::Fn<void()> EventHeap::free(std::uint32_t number) {
  auto& slot = slots_[number];
  if (slot.previous) slots_[slot.previous].next = slot.next;
  if (slot.next) slots_[slot.next].previous = slot.previous;
  if (slot.strand && slot.strand->first == number) slot.strand->first = slot.next;
  slot.generation = slot.generation % 0x7fffffff + 1;
  idle_.push_back(number);
  return std::move(slot.f);
}

void EventHeap::cancel(Token token) {
  const auto number = static_cast<std::uint32_t>(token);
  if (number == 0 || number >= slots_.size() || slots_[number].generation != token >> 32) return;
  const auto dropped = free(number);
}

void EventHeap::drop(Strand& strand) {
  while (strand.first) const auto dropped = free(strand.first);
}

bool EventHeap::step(std::uint64_t limit_us) {
  while (!heap_.empty() && heap_.front().us <= limit_us) {
    const auto item = heap_.front();
    std::pop_heap(heap_.begin(), heap_.end());
    heap_.pop_back();
    if (slots_[item.slot].generation != item.generation) continue;
    now_us_ = item.us;
    ++count_;
    const auto f = free(item.slot);
    if (f) f();
    return true;
  }
  return false;
}

void EventHeap::run_to(std::uint64_t us) {
  while (step(us)) {
  }
  now_us_ = std::max(now_us_, us);
}

}  // namespace p2pchat::simulation
