// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/fn.hpp>

#include <string>
#include <utility>
#include <vector>

namespace p2pchat::transport {

/// Hears that a connection ended.
using ClosedFn = sdk::Fn<void(sdk::str endpoint, const sdk::Status& why)>;

/// What is to be told at the end of a turn of the loop, so that no callback runs inside the call that gave rise to it:
/// first of the frames that are out, then the rest in order. Thread: [loop].
class Reports {
 public:
  /// Where the `done` of each frame that is out goes.
  std::vector<sdk::StatusFn>& finished() { return finished_; }
  /// Answers a frame that is not out.
  void answer(sdk::StatusFn&& done, const sdk::Status& status) {
    if (done) notices_.push_back({std::move(done), {}, status});
  }
  /// Says that a connection ended.
  void ended(const std::string& endpoint, const sdk::Status& why) { notices_.push_back({{}, endpoint, why}); }
  /// Tells all of it.
  void tell(const ClosedFn& closed) {
    tell_finished();
    for (const auto& notice : std::exchange(notices_, {})) {
      if (notice.done) notice.done(notice.status);
      if (!notice.done && closed) closed(notice.endpoint, notice.status);
    }
  }
  /// Answers what is to be answered, and says nothing of connections: the transport has stopped.
  void tell_answers() { tell(ClosedFn()); }

 private:
  struct Notice {
    sdk::StatusFn done;  // empty: a connection ended
    std::string endpoint;
    sdk::Status status;
  };
  void tell_finished() {
    const sdk::Status ok;
    for (const auto& done : std::exchange(finished_, {})) done(ok);
  }
  std::vector<sdk::StatusFn> finished_;
  std::vector<Notice> notices_;
};

}  // namespace p2pchat::transport
