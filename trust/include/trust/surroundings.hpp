// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <csignal>
#include <string>

namespace p2pchat::trust {

/// What a plugin shares with the whole process and has to leave as it is: what signals do, the locale, and the
/// descriptors 0, 1 and 2. Thread: one at a time.
class Surroundings {
 public:
  /// Takes note of them.
  Surroundings();
  ~Surroundings();
  Surroundings(const Surroundings&) = delete;
  Surroundings& operator=(const Surroundings&) = delete;
  /// Puts back what has changed since, and names it: "the handler of SIGSEGV, the locale"; empty when nothing has.
  std::string put_back() const;

 private:
  static constexpr std::array signals{SIGSEGV, SIGBUS, SIGABRT, SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGURG, SIGCHLD};
  std::array<struct sigaction, signals.size()> actions_ = {};
  std::string locale_;
  std::array<int, 3> copies_ = {-1, -1, -1};  // of the descriptors
};

}  // namespace p2pchat::trust
