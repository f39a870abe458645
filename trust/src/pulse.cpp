// SPDX-License-Identifier: MIT
#include "trust/pulse.hpp"

namespace p2pchat::trust {

bool Pulse::give_up(std::uint64_t step) noexcept {
  given_up_ = true;
  if (steps_ == step && is_in_a_call()) return true;
  take_back();
  return false;
}

void Pulse::take_back() noexcept {
  given_up_ = false;
  given_up_.notify_all();
}

void Pulse::await_call() noexcept {
  auto none = Waiter::none;
  if (!waiter_.compare_exchange_strong(none, Waiter::waits)) return;
  if (depth_.load() == 0) waiter_.wait(Waiter::waits);
  auto waits = Waiter::waits;
  waiter_.compare_exchange_strong(waits, Waiter::none);
}

void Pulse::wake() noexcept {
  auto waits = Waiter::waits;
  if (waiter_.compare_exchange_strong(waits, Waiter::none)) waiter_.notify_all();
}

void Pulse::wait_no_more() noexcept {
  waiter_.store(Waiter::ended);
  waiter_.notify_all();
}

}  // namespace p2pchat::trust
