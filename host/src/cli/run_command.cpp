// SPDX-License-Identifier: MIT
#include "cli/own_node.hpp"
#include "isolation/door.hpp"
#include "node/data_directory.hpp"
#include "trust/blame.hpp"
#include "trust/crash_report.hpp"
#include "trust/stall_watch.hpp"
#include "trust/thread_name.hpp"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <optional>

namespace p2pchat::host {
namespace {

// Taken out of the environment, where children would find it, and its octets erased, which `ps e` shows.
std::string take_passphrase() {
  char* value = std::getenv("P2PCHAT_PASSPHRASE");
  std::string passphrase = value ? value : "";
  if (value) ::explicit_bzero(value, passphrase.size());
  ::unsetenv("P2PCHAT_PASSPHRASE");
  return passphrase;
}

NodeOptions options_of(const Setup& setup) {
  const auto& config = setup.config;
  return {setup.candidates,
          config.plugins,
          config.tables,
          {setup.data_dir, take_passphrase(), config.name, config.ephemeral}};
}

// Whether there is a user interface that can be gone while the node runs.
bool may_be_hidden(const Config& config) {
  return std::ranges::any_of(config.plugins, [&](const std::string& id) { return config.isolates(id); });
}

}  // namespace

int run(const Setup& setup) {
  InstanceLock lock;
  if (const auto status = lock.take(setup.data_dir); !status.ok()) {
    if (status.code != sdk::Errc::busy || !isolation::Door::knock(setup.data_dir)) return fail(status);
    std::cout << "p2pchat is running already, and was asked to show itself\n";
    return exit_ok;
  }
  std::signal(SIGPIPE, SIG_IGN);
  RotatedLog log(setup.data_dir / "log", *level_from(setup.config.log_level), stderr_for(setup));
  const trust::Run record(setup.data_dir);
  trust::report_crashes_to(setup.data_dir / "log" / "p2pchat.log");
  trust::StallWatch watch;
  Runtime runtime;
  runtime.loop().post([&] { watch.watch_this_thread(); });
  const auto options = options_of(setup);
  for (;;) {
    OwnNode mine(setup, options, runtime, log);
    if (const auto over = mine.start()) return *over;
    std::optional<isolation::Door> door;
    if (may_be_hidden(setup.config)) door.emplace(setup.data_dir, [&](const std::string& at) { mine.show_again(at); });
    const int code = mine.show();
    door.reset();
    mine.stop();
    for (const auto& left : trust::threads_left(options.plugins)) log.write(sdk::Level::error, "host", left);
    if (mine.begins_again()) continue;
    log.write(sdk::Level::info, "host", "ended");
    return code;
  }
}

}  // namespace p2pchat::host
