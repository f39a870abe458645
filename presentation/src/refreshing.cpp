// SPDX-License-Identifier: MIT
#include "presentation/refreshing.hpp"

#include <utility>

namespace p2pchat::presentation {

void Refreshing::ask(std::function<void()> done) {
  if (done) (fetching_ ? next_waiting_ : waiting_).push_back(std::move(done));
  start();
}

void Refreshing::start() {
  if (std::exchange(fetching_, true)) {
    again_ = true;
    return;
  }
  fetch_();
}

void Refreshing::came() {
  fetching_ = false;
  for (auto& done : std::exchange(waiting_, std::exchange(next_waiting_, {}))) done();
  if (std::exchange(again_, false)) start();
}

}  // namespace p2pchat::presentation
