// SPDX-License-Identifier: MIT
#pragma once
#include "presented.hpp"

#include <p2pchat/fn.hpp>

#include <atomic>
#include <functional>
#include <mutex>
#include <vector>

namespace p2pchat::wx_gui {

/// How other threads reach the UI's thread: calls to run there, and a bell to ring that makes it look.
///
/// Invariant: calls run in the order they were posted, and only inside `run_all`.
class Mailbox final : public Postbox {
 public:
  /// Queues a call; after `close` it is dropped. Thread: any.
  void post(sdk::Fn<void()>&& call) noexcept override;
  /// Asks the UI's thread to leave; also wakes it. Thread: any.
  void ask_to_quit() noexcept;
  bool quitting() const noexcept { return quitting_; }
  /// Sets what wakes the UI's thread, and rings once if there is something to do. An empty one: it is gone.
  /// `bell` is called with a lock held: it must not call back.
  void hang_bell(std::function<void()> bell);
  /// Runs what has been posted so far. Thread: the UI's.
  void run_all();
  /// Drops what is queued and everything that comes later. Thread: any.
  void close() noexcept;

 private:
  std::atomic<bool> quitting_{false};
  std::mutex mutex_;
  std::function<void()> bell_;
  bool closed_ = false;
  std::vector<sdk::Fn<void()>> calls_;
};

}  // namespace p2pchat::wx_gui
