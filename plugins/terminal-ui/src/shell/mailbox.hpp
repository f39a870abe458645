// SPDX-License-Identifier: MIT
#pragma once
#include "presented.hpp"

#include <p2pchat/fn.hpp>

#include <atomic>
#include <mutex>
#include <vector>

namespace p2pchat::terminal_ui {

/// How other threads reach the UI's thread: calls to run there, and a descriptor to poll that becomes readable.
///
/// Invariant: calls run in the order they were posted, and only inside `run_all`.
class Mailbox final : public Postbox {
 public:
  Mailbox();
  ~Mailbox() override;
  Mailbox(const Mailbox&) = delete;
  Mailbox& operator=(const Mailbox&) = delete;

  /// Queues a call; after `close` it is dropped. Thread: any.
  void post(sdk::Fn<void()>&& call) noexcept override;
  /// Asks the UI's thread to leave; also wakes it. Thread: any.
  void ask_to_quit() noexcept;
  bool quitting() const noexcept { return quitting_; }
  /// Readable while there is something to run or somebody asked to quit.
  int descriptor() const noexcept { return descriptor_; }
  /// Runs what has been posted so far. Thread: the UI's.
  void run_all();
  /// Drops what is queued and everything that comes later. Thread: any.
  void close() noexcept;

 private:
  void wake() noexcept;
  int descriptor_;
  std::atomic<bool> quitting_{false};
  std::mutex mutex_;
  bool closed_ = false;
  std::vector<sdk::Fn<void()>> calls_;
};

}  // namespace p2pchat::terminal_ui
