// SPDX-License-Identifier: MIT
#include "cli/own_node.hpp"
#include "node/crash_report.hpp"
#include "node/data_directory.hpp"

#include <csignal>
#include <cstdlib>
#include <cstring>

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

}  // namespace

int run(const Setup& setup) {
  InstanceLock lock;
  if (const auto status = lock.take(setup.data_dir); !status.ok()) return fail(status);
  std::signal(SIGPIPE, SIG_IGN);
  RotatedLog log(setup.data_dir / "log", *level_from(setup.config.log_level), stderr_for(setup));
  report_crashes_to(setup.data_dir / "log" / "p2pchat.log");
  Runtime runtime;
  OwnNode mine(setup, options_of(setup), runtime, log);
  if (const auto over = mine.start()) return *over;
  const int code = mine.show();
  mine.stop();
  log.write(sdk::Level::info, "host", "ended");
  return code;
}

}  // namespace p2pchat::host
