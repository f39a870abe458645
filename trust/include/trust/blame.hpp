// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <map>
#include <string>

namespace p2pchat::trust {

/// Notes that the program is in the hands of this plugin, in a record that outlives the process, however it ends;
/// nothing where no `Run` keeps one. Async-signal-safe. Thread: any.
void blame(const char* plugin, const char* call) noexcept;
/// Takes it back.
void blame_nobody() noexcept;

/// Blames a plugin for as long as it lives: for calls in which a plugin can end the program without a trace.
class Suspicion {
 public:
  Suspicion(const std::string& plugin, const char* call) noexcept { blame(plugin.c_str(), call); }
  ~Suspicion() { blame_nobody(); }
  Suspicion(const Suspicion&) = delete;
  Suspicion& operator=(const Suspicion&) = delete;
};

/// One run of the program on a data directory, and what those before it came to: files `running` and `crashes`. A
/// plugin in whose hands two runs in a row ended is suspended until it is forgiven. Held while the directory is locked;
/// one at a time in a process.
class Run {
 public:
  /// Notes how the last run ended, and begins this one. A directory that cannot be written keeps no record.
  explicit Run(const std::filesystem::path& directory);
  /// It ended well.
  ~Run();
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

 private:
  const std::filesystem::path directory_;
};

/// The plugins that are suspended, by id, with a sentence each: why, and what to do. Thread: any.
std::map<std::string, std::string, std::less<>> suspended(const std::filesystem::path& directory);

/// Forgets what a plugin did.
void forgive(const std::filesystem::path& directory, const std::string& plugin);

}  // namespace p2pchat::trust
