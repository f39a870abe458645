// SPDX-License-Identifier: MIT
#pragma once
#include "loop/event_loop.hpp"
#include "loop/workers.hpp"

#include <p2pchat/abi.hpp>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace p2pchat::host {

/// What all nodes of a process share: the loop with its thread, the workers, the store thread, and the word of a signal
/// that the program should end. Thread: that which makes it, which is the main thread, unless said otherwise.
class Runtime {
 public:
  using DoneFn = std::function<void(const sdk::Status&)>;
  enum class Until { done, done_or_told_to_end };

  /// Claims the tag `main` and starts the threads.
  Runtime();
  ~Runtime() { end(); }
  Threads& threads() { return threads_; }
  EventLoop& loop() { return loop_; }
  Workers& workers() { return workers_; }
  SerialThread& store_thread() { return store_thread_; }

  /// Runs `begin` on the loop and waits until it has called what it was given, on whatever thread. `cancelled` when the
  /// program was told to end first.
  sdk::Status await(const std::function<void(const DoneFn& done)>& begin, Until until);
  /// Returns when a signal asks the program to end.
  void wait();
  /// Hears that, on the loop, from now on. Empty: nobody.
  void on_told_to_end(std::function<void()> f);
  /// Ends the loop, and with it everything that still waits there. Harmless when done before.
  void end();

 private:
  void told_to_end();

  Threads threads_;
  EventLoop loop_;
  Workers workers_;
  SerialThread store_thread_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool told_to_end_ = false;
  std::function<void()> on_told_to_end_;
  std::thread loop_thread_;
};

}  // namespace p2pchat::host
