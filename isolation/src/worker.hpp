// SPDX-License-Identifier: MIT
#pragma once
#include "desk.hpp"
#include "endpoint.hpp"
#include "place.hpp"
#include "remote.hpp"
#include "worker_process.hpp"

namespace p2pchat::isolation {

/// How often the pulse of a worker is felt.
std::chrono::milliseconds pulse_of(std::chrono::milliseconds patience);

/// One worker as its node sees it, from its process to its end. Thread: one at a time, unless said otherwise.
class Worker {
 public:
  /// How it ended: with the exit code of its `Ui::run`, or else why not.
  struct End {
    std::optional<std::int32_t> code;
    std::string why;
  };
  /// Hears that the plugin has started, or could not; that the link is over. Thread: the link's.
  struct Ears {
    std::function<void(const sdk::Status&)> started = [](auto&&...) {};
    std::function<void()> over = [] {};
  };

  /// All outlive it.
  Worker(sdk::Host& host, std::shared_ptr<Line> line, const WorkerCommand& command)
      : host_(host), line_(std::move(line)), command_(command) {}
  /// Ends it, whatever it does.
  ~Worker();
  /// Begins the process, see `WorkerProcess::begin`, which makes the plugin. Errors: `io`.
  sdk::Status begin(const std::vector<std::string>& display, Ears ears);
  /// Waits until the plugin has been made. Errors: why it was not, `timed_out` after 20 s. Thread: any.
  sdk::Status made();
  /// Asks the plugin to start.
  void start() { side().start(); }
  /// Waits until it has. Errors: the plugin's, `timed_out` after 20 s.
  sdk::Status started();
  /// Runs its `Ui::run`, once, and returns when the process has ended.
  End run(sdk::str arguments);
  /// Asks it to end; after 5 s `run` goes on without it. Thread: any.
  void quit();
  /// `quit`, and waits for it at most 5 s.
  void finish();
  /// Ends the process. In words: how it ended, or why we ended it.
  std::string end_process();
  /// Whether its loop has turned since the last time: one that has not is named, and ended when patience is over.
  /// Returns when it wants to be called again: seldom once it has answered for a while. Thread: the loop.
  std::chrono::milliseconds feel_pulse();
  std::shared_ptr<Caller> caller() { return endpoint_->shared_caller(); }
  /// The objects of what it provides, once it is made.
  Place::Objects objects();

 private:
  template <class F>
  void tell(F&& change);
  bool wait(const std::function<bool()>& over, std::chrono::milliseconds limit);
  sdk::Status waited_for(const std::optional<sdk::Status>& fact, const char* late);
  Stub<WorkerSide> side() { return {endpoint_->shared_caller(), 0}; }

  sdk::Host& host_;
  const std::shared_ptr<Line> line_;
  const WorkerCommand& command_;
  std::mutex mutex_;
  std::condition_variable changed_;
  Place::Objects objects_;
  std::optional<sdk::Status> made_, started_;
  std::optional<std::int32_t> code_;
  bool closed_ = false, quitting_ = false;
  bool is_told_ = false;                     // that it is silent
  std::uint64_t pinged_ = 0, answered_ = 0;  // the latter in a row
  std::chrono::milliseconds silence_{}, pause_{};
  std::atomic<std::uint64_t> alive_ = 0;
  WorkerProcess process_;
  std::unique_ptr<Endpoint> endpoint_;
  std::unique_ptr<Desk> desk_;
};

}  // namespace p2pchat::isolation
