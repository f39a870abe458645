// SPDX-License-Identifier: MIT
#pragma once
#include "loop/threads.hpp"
#include "messaging/serial.hpp"

#include <memory>

namespace p2pchat::host {

/// Threads for what takes more than a millisecond: two to four, after the machine.
class Workers {
 public:
  Workers();
  ~Workers();
  /// Queues a job. Thread: any.
  void run(sdk::Fn<void()>&& job);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// One thread that claims the tag `serial`.
class SerialThread final : public messaging::Serial {
 public:
  explicit SerialThread(Threads& threads);
  /// `finish`.
  ~SerialThread();
  /// Runs what is queued, then ends the thread; jobs given later are dropped.
  void finish();
  void run(sdk::Fn<void()>&& job) override;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace p2pchat::host
