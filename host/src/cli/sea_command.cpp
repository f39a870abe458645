// SPDX-License-Identifier: MIT
#include "cli/own_node.hpp"
#include "sea/sea.hpp"
#include "sea/sea_directory.hpp"
#include "trust/crash_report.hpp"

#include <sys/resource.h>

#include <csignal>
#include <random>

namespace p2pchat::host {
namespace {

// Each node has half a dozen descriptors of its own, and two for each session, whose both ends are here.
void allow_many_files() {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
}

// Fits a line of a narrow terminal.
std::string notice(unsigned nodes) {
  return "practice sea, " + std::to_string(nodes) + (nodes == 1 ? " node" : " nodes") +
         ", nothing is kept; `p2pchat run` joins a real network";
}

SeaOptions options_of(const Setup& setup, std::uint64_t seed, const std::filesystem::path& directory) {
  const auto& config = setup.config;
  auto tables = config.tables;
  tables["wx-gui"]["isolate"] = "false";  // a sea ends with its window: nobody comes back to it
  return {.nodes = setup.arguments.sea_nodes,
          .seed = seed,
          .found = find_plugins(setup.folders, setup.rules),
          .plugins = config.plugins,
          .profile = config.profile,
          .tables = std::move(tables),
          .name = config.name,
          .directory = directory};
}

/// The practice sea with my node in it.
int sail(const Setup& setup, const SeaOptions& options, Log& log) {
  Runtime runtime;
  Sea sea(options, runtime, log);
  const auto mine_is = sea.mine();
  auto with_mine = setup;  // who is absent or refused is asked of what my node is made of
  with_mine.config.plugins = mine_is.plugins;
  with_mine.candidates = mine_is.candidates;
  with_mine.data_dir = options.directory;
  with_mine.choices.clear();
  OwnNode mine(with_mine, mine_is, runtime, log);
  if (const auto over = mine.start()) return *over;
  mine.say(notice(setup.arguments.sea_nodes));
  runtime.loop().post([&] {
    sea.start([&] { log.write(sdk::Level::info, "sea", "all have started, seed " + std::to_string(options.seed)); });
  });
  const int code = mine.show();
  (void)runtime.await([&](const auto& done) { sea.stop([done] { done({}); }); }, Runtime::Until::done);
  mine.stop();
  runtime.end();
  log.write(sdk::Level::info, "host", "ended");
  return code;
}

}  // namespace

int sea(const Setup& setup) {
  if (!setup.arguments.data_dir.empty())
    return fail("the practice sea keeps nothing: it takes no --data-dir"), exit_usage;
  const SeaDirectory directory;
  std::signal(SIGPIPE, SIG_IGN);
  allow_many_files();
  RotatedLog log(directory.path() / "log", *level_from(setup.config.log_level), stderr_for(setup));
  trust::report_crashes_to(directory.path() / "log" / "p2pchat.log");
  const auto seed = setup.arguments.sea_seed.value_or(std::random_device()());
  return sail(setup, options_of(setup, seed, directory.path()), log);
}

}  // namespace p2pchat::host
