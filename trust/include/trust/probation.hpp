// SPDX-License-Identifier: MIT
#pragma once
#include "trust/blame.hpp"
#include "trust/surroundings.hpp"
#include "trust/thread_name.hpp"

#include <functional>

namespace p2pchat::trust {

/// The time in which a plugin is loaded, or started: an end of the program is blamed on it, and what it shares with
/// the whole process is as before when this is over. Threads that begin meanwhile have its name.
class Probation {
 public:
  /// Hears a sentence when something had to be put back.
  using TellFn = std::function<void(const std::string& sentence)>;
  Probation(const std::string& plugin, const char* call, TellFn tell)
      : suspicion_(plugin, call), name_(plugin), tell_(std::move(tell)) {}
  ~Probation() {
    if (const auto changed = before_.put_back(); !changed.empty())
      tell_("changed what belongs to the whole program, and it was put back: " + changed);
  }
  Probation(const Probation&) = delete;
  Probation& operator=(const Probation&) = delete;

 private:
  const Suspicion suspicion_;
  const ThreadName name_;
  const Surroundings before_;
  const TellFn tell_;
};

}  // namespace p2pchat::trust
