// SPDX-License-Identifier: MIT
#pragma once
#include "back_off.hpp"
#include "worker.hpp"

#include <mutex>

namespace p2pchat::isolation {

/// The workers of one plugin, of which there is one at a time: begins them, and anew when one ends. Thread: the loop,
/// unless said otherwise.
class Staff {
 public:
  /// Who begins another worker when one has ended: the staff itself, or whoever runs it as a user interface.
  enum class Anew { by_itself, by_run };

  /// Begins the first worker. `command` outlives it.
  Staff(sdk::Host& host, const WorkerCommand& command, Anew anew);
  Place& place() { return place_; }
  /// Waits until the first worker has started the plugin. Errors: as `Worker`.
  sdk::Status start();
  /// Ends the worker, and begins none any more.
  void stop();
  /// Asks the worker to end; no other is begun. Thread: any.
  void quit();
  /// Another worker, started; the former one is ended. Errors: as `Worker`. Thread: main.
  sdk::Status replace(const std::vector<std::string>& display);
  /// The worker of the moment, or null. Thread: any.
  std::shared_ptr<Worker> worker();

 private:
  sdk::Status hire(const std::vector<std::string>& display);
  void dismiss();
  void fill(Worker& with) { place_.fill(with.caller(), with.objects()); }
  void await_first();
  void ended(std::uint64_t number);
  void begin_anew();
  void pause(const std::string& what);
  void arrived(std::uint64_t number, const sdk::Status& status);
  void feel_pulse();

  sdk::Host& host_;
  const WorkerCommand& command_;
  const Anew anew_;
  const std::shared_ptr<Line> line_;
  Place place_;
  sdk::Status spawned_;
  std::once_flag first_;
  BackOff back_off_;
  std::uint64_t began_us_ = 0;
  bool beginning_ = false;  // anew, and not started yet
  std::atomic<bool> started_ = false, quitting_ = false;
  std::mutex mutex_;
  std::shared_ptr<Worker> worker_;
  std::atomic<std::uint64_t> number_ = 0;  // of the worker
};

}  // namespace p2pchat::isolation
