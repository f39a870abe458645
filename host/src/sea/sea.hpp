// SPDX-License-Identifier: MIT
#pragma once
#include "node/node.hpp"
#include "sea/sea_plan.hpp"
#include "sea/sea_settings.hpp"

namespace p2pchat::host {

/// What a practice sea is made of.
struct SeaOptions {
  unsigned nodes = 30;  ///< mine included
  std::uint64_t seed = 0;
  std::vector<Candidate> found;      ///< by `find_plugins`, not judged yet
  std::vector<std::string> plugins;  ///< those of the profile
  std::string profile;               ///< its name
  PluginSet::Tables tables;          ///< settings the user gave
  std::string name;                  ///< what I call myself
  std::filesystem::path directory;   ///< where sleepers keep what they have; outlives the sea
  std::function<SeaNap(const SeaStranger&, unsigned)> nap = plan_nap;
};

/// Many real nodes in one process: one of them mine, which the caller runs, the others strangers, which the sea starts
/// one after another, sends to sleep now and then, and stops.
///
/// Freed after `stop` has called its `done`, or after the loop has ended. Thread: [loop], unless said otherwise.
class Sea {
 public:
  /// Thread: any.
  Sea(SeaOptions options, Runtime& runtime, Log& log);
  ~Sea();
  /// What my own node is made of. Thread: any.
  NodeOptions mine() const;
  /// Starts the strangers, then calls `whole`; no sooner than the workers have time, so that mine stays quick.
  void start(std::function<void()> whole);
  /// Stops them all, also while they start, then calls `done`. Called once.
  void stop(std::function<void()> done);
  /// How many strangers have started and not stopped.
  std::size_t awake() const;

 private:
  struct Berth;
  void start_next(std::size_t index);
  void after_workers(std::function<void()> f);
  void wake(Berth& berth, std::function<void()> started);
  void wake_again(Berth& berth);
  void send_to_sleep(Berth& berth);
  void after(Berth& berth, std::chrono::milliseconds time, void (Sea::*what)(Berth&));
  void stopped_one();
  NodeOptions options_of(SeaRole role, const std::string& listen) const;
  NodeOptions options_of(const Berth& berth) const;

  const SeaOptions options_;
  Runtime& runtime_;
  std::vector<std::string> doors_;  // endpoints of those that the others join through
  std::vector<std::unique_ptr<Berth>> berths_;
  std::function<void()> whole_, stopped_;
  std::size_t stopping_ = 0;
  std::shared_ptr<Sea*> self_;  // empties what is on the loop when the sea is gone
};

}  // namespace p2pchat::host
