// SPDX-License-Identifier: MIT
#pragma once
#include "trust/pulse.hpp"

namespace p2pchat::trust {

class CallMarker;

/// The innermost call the thread is in: with `watched` the program's only `thread_local`. A signal handler runs on the
/// thread that failed, and gets no argument that could lead it there.
inline constinit thread_local const CallMarker* innermost_call = nullptr;

/// Names the plugin call that a thread is in, for as long as it lives, so that a crash can name the culprit.
class CallMarker {
 public:
  CallMarker(const char* plugin, const char* call) noexcept : plugin_(plugin), call_(call), outer_(innermost_call) {
    innermost_call = this;
    if (watched) watched->began();
  }
  ~CallMarker() {
    innermost_call = outer_;
    if (watched) watched->ended();
  }
  CallMarker(const CallMarker&) = delete;
  CallMarker& operator=(const CallMarker&) = delete;
  const char* plugin() const noexcept { return plugin_; }
  const char* call() const noexcept { return call_; }

 private:
  const char* const plugin_;
  const char* const call_;
  const CallMarker* const outer_;
};

}  // namespace p2pchat::trust
