// SPDX-License-Identifier: MIT
#pragma once
#include "messaging/serial.hpp"

#include <p2pchat/host.hpp>
#include <p2pchat/store.hpp>

#include <memory>
#include <string>

namespace p2pchat::messaging {

/// Runs jobs on the store's thread and answers on the loop, in the order of the calls.
///
/// Group commit without a timer: what queued while the last group committed forms the next one, so an idle store
/// commits at once and a busy one waits for the disk once for many. A group that fails is rolled back and each of its
/// jobs tried alone, so one bad write harms nobody else; a job therefore may run twice, and sets its results anew.
/// Jobs given before `open` wait for it. Thread: [loop].
class StoreAccess {
 public:
  /// What a job answers decides: with anything but ok none of its writes is kept.
  using Job = sdk::Fn<sdk::Status(sdk::Store&)>;
  using OpenedFn = sdk::Fn<void(const sdk::Status&, const std::string& notice)>;

  StoreAccess(sdk::Host& host, Serial& thread, sdk::Store& store);
  /// Opens the store; after an error every job is answered with it.
  void open(std::string directory, OpenedFn&& done);
  /// Runs a job that writes; `done` when its group is durable.
  void write(Job&& job, sdk::StatusFn&& done);
  /// Runs a job that only reads; it sees every write given before.
  void read(Job&& job, sdk::StatusFn&& done);
  /// The same with a result, new for each run of the job, that `done` gets too.
  template <class Result, class F, class Done>
  void write(F job, Done done) {
    const auto result = std::make_shared<Result>();
    write(renewing(result, std::move(job)), with(result, std::move(done)));
  }
  template <class Result, class F, class Done>
  void read(F job, Done done) {
    const auto result = std::make_shared<Result>();
    read(renewing(result, std::move(job)), with(result, std::move(done)));
  }
  /// Finishes what was given, closes the store, then calls `done`; later jobs are answered with `cancelled`.
  void close(sdk::Fn<void()>&& done);

 private:
  template <class Result, class F>
  static auto renewing(const std::shared_ptr<Result>& result, F job) {
    return [result, job = std::move(job)](sdk::Store& store) { return job(store, *result = Result()); };
  }
  template <class Result, class Done>
  static auto with(const std::shared_ptr<Result>& result, Done done) {
    return [result, done = std::move(done)](const sdk::Status& status) mutable { done(status, *result); };
  }

  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace p2pchat::messaging
