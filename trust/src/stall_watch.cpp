// SPDX-License-Identifier: MIT
#include "trust/stall_watch.hpp"

#include <pthread.h>

#include <array>
#include <chrono>
#include <csignal>
#include <optional>

namespace p2pchat::trust {
namespace {

using namespace std::chrono_literals;
constexpr auto between_looks = 400ms, when_given_up = 20ms;
constexpr unsigned looks_to_tell = 1, looks_to_give_up = 12;  // that found it where it was

/// Lets signals end the program while it lives, then takes back that the call was given up.
class Abandonment {
 public:
  explicit Abandonment(Pulse& given_up) : pulse_(given_up) {
    struct sigaction at_once = {};
    at_once.sa_handler = SIG_DFL;
    for (std::size_t i = 0; i < signals.size(); ++i) ::sigaction(signals[i], &at_once, &before_[i]);
  }
  ~Abandonment() {
    for (std::size_t i = 0; i < signals.size(); ++i) ::sigaction(signals[i], &before_[i], nullptr);
    pulse_.take_back();
  }
  Abandonment(const Abandonment&) = delete;
  Abandonment& operator=(const Abandonment&) = delete;

 private:
  static constexpr std::array signals{SIGINT, SIGTERM, SIGHUP};
  Pulse& pulse_;
  std::array<struct sigaction, signals.size()> before_ = {};
};

}  // namespace

StallWatch::~StallWatch() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  pulse_.wait_no_more();
  if (thread_.joinable()) thread_.join();
}

void StallWatch::watch_this_thread() {
  watched = &pulse_;
  thread_ = std::thread([this, whom = ::pthread_self()] {
    std::uint64_t seen = 0;
    unsigned same = 0;  // looks in a row that found it in the same call
    std::optional<Abandonment> abandoned;
    for (;;) {
      if (!abandoned) pulse_.await_call();  // while it has nothing to do there is nothing to look at
      std::unique_lock lock(mutex_);
      if (changed_.wait_for(lock, abandoned ? when_given_up : between_looks, [this] { return ended_; })) return;
      const auto now = pulse_.steps();
      same = pulse_.is_in_a_call() && now == seen ? same + 1 : 0;
      seen = now;
      if (same == looks_to_tell) ::pthread_kill(whom, SIGURG);
      if (same == looks_to_give_up && pulse_.give_up(now)) abandoned.emplace(pulse_);
      if (same == 0) abandoned.reset();
    }
  });
}

}  // namespace p2pchat::trust
