// SPDX-License-Identifier: MIT
#pragma once
#include "intake.hpp"

#include <functional>
#include <memory>
#include <thread>

namespace p2pchat::isolation {

/// One end of a socket pair: a thread that reads frames while nobody else does, and writes what did not leave at once.
class Link {
 public:
  /// `closed`: nothing is read any more. The last call. Thread: the link's.
  Link(std::shared_ptr<Outlet> outlet, std::shared_ptr<Intake> intake, std::function<void()> closed);
  /// Closes, and waits for the thread.
  ~Link();

 private:
  void run();
  void turn();
  const std::shared_ptr<Outlet> outlet_;
  const std::shared_ptr<Intake> intake_;
  const std::function<void()> closed_;
  bool reads_ = true, hung_up_ = false;  // false: somebody else reads, and its end wakes this thread
  std::thread thread_;
};

}  // namespace p2pchat::isolation
