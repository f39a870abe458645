// SPDX-License-Identifier: MIT
#pragma once
#include "desk.hpp"
#include "endpoint.hpp"
#include "remote.hpp"
#include "worker_process.hpp"

namespace p2pchat::isolation {

/// One worker as its node sees it, from its process to its end. Thread: one at a time, except `quit`.
class Worker {
 public:
  /// How it ended: with the exit code of its `Ui::run`, or else why not.
  struct End {
    std::optional<std::int32_t> code;
    std::string why;
  };

  /// `host` outlives it.
  explicit Worker(sdk::Host& host) : host_(host) {}
  /// Ends it, whatever it does.
  ~Worker();
  /// Begins the process, see `WorkerProcess::begin`, and waits until its plugin has started. Errors: the plugin's,
  /// `io`, `timed_out` after 20 s.
  sdk::Status begin(const WorkerCommand& command, const std::vector<std::string>& display);
  /// Runs its `Ui::run`, once, and returns when the process has ended.
  End run(sdk::str arguments);
  /// Asks it to end; after 5 s `run` goes on without it. Thread: any.
  void quit();

 private:
  std::string end_process();

  sdk::Host& host_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<sdk::Status> started_;
  std::optional<std::int32_t> code_;
  bool closed_ = false, quitting_ = false;
  WorkerProcess process_;
  std::unique_ptr<Endpoint> endpoint_;
  std::unique_ptr<Desk> desk_;
};

}  // namespace p2pchat::isolation
