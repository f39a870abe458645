// SPDX-License-Identifier: MIT
#pragma once
#include "abi.hpp"

namespace p2pchat::sdk {
/// What a person looks at. It calls `Chat` and hears events; it never waits for an answer.
struct P2PCHAT_API Ui : Interface {
  P2PCHAT_INTERFACE(Ui, "p2pchat.ui/1")
  /// Owns the process main thread until the person quits; returns the exit code. Thread: [main].
  virtual std::int32_t run(std::int32_t argc, const char* const* argv) = 0;
  /// Asks `run` to return. Thread: [any].
  virtual void quit() noexcept = 0;
};
}  // namespace p2pchat::sdk
