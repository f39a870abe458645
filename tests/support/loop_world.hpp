// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/plugin_set.hpp"

#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace p2pchat::test {

/// A log that keeps its lines as "level who: text". Thread: any.
class RecordingLog final : public host::Log {
 public:
  void write(sdk::Level level, std::string_view who, std::string_view text) noexcept override {
    const std::lock_guard lock(mutex_);
    lines_.push_back(std::string(host::level_names[static_cast<std::size_t>(level)]) + " " + std::string(who) + ": " +
                     std::string(text));
  }
  /// How many lines hold these words.
  std::size_t count(std::string_view words) const {
    const std::lock_guard lock(mutex_);
    std::size_t found = 0;
    for (const auto& line : lines_) found += line.find(words) != line.npos;
    return found;
  }
  /// The lines that hold these words.
  std::string lines(std::string_view words) const {
    const std::lock_guard lock(mutex_);
    std::string found;
    for (const auto& line : lines_)
      if (line.find(words) != line.npos) found += line + "\n";
    return found;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
};

/// A host's loop, workers, bus and log around a set of plugins; the thread of the test is the loop.
class LoopWorld {
 public:
  explicit LoopWorld(std::vector<host::Candidate> candidates = {}, std::vector<std::string> wanted = {},
                     host::PluginSet::Tables tables = {})
      : plugins(std::move(candidates), std::move(wanted), std::move(tables)) {}
  ~LoopWorld() { plugins.destroy(); }

  /// Runs `f` on the loop, then what it posted, until `finish` is called; `f` itself may call it.
  void run(const std::function<void()>& f) {
    loop.post([&] { f(); });
    loop.run();
  }
  /// Ends `run`.
  void finish() { loop.stop(); }
  /// Ends `run` after everything that is on the loop by now.
  void finish_later() {
    loop.post([this] { loop.stop(); });
  }

  host::Threads threads;
  host::EventLoop loop{threads};
  RecordingLog log;
  host::Workers workers;
  host::EventBus bus{loop};
  host::PluginSet plugins;
  const host::Services services{threads, loop, workers, bus, log, plugins};
};

}  // namespace p2pchat::test
