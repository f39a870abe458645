// SPDX-License-Identifier: MIT
#include "cli/setup.hpp"
#include "logging/rotated_log.hpp"
#include "node/crash_report.hpp"
#include "node/data_directory.hpp"
#include "node/node.hpp"
#include "plugins/start_order.hpp"

#include <unistd.h>

#include <algorithm>
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

bool may_be_ui(const Setup& setup, const std::string& id) {
  const auto found = std::find_if(setup.candidates.begin(), setup.candidates.end(),
                                  [&](const Candidate& each) { return each.id() == id; });
  if (found == setup.candidates.end() || found->reading.outcome != ManifestReading::Outcome::read) return true;
  return provides(found->manifest(), sdk::Ui::iid);
}

bool wants_ui(const Setup& setup) {
  const auto& ids = setup.config.plugins;
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return may_be_ui(setup, id); });
}

// A screen that the user interface fills must not be written over; one it shares with us gets what matters.
Stderr stderr_for(const Setup& setup) {
  if (!wants_ui(setup) || !::isatty(STDERR_FILENO)) return Stderr::all;
  const bool fills_screen = !setup.arguments.line && ::isatty(STDIN_FILENO) && ::isatty(STDOUT_FILENO);
  return fills_screen ? Stderr::nothing : Stderr::warnings;
}

NodeOptions options_of(const Setup& setup) {
  const auto& config = setup.config;
  return {setup.candidates,
          config.plugins,
          config.tables,
          {setup.data_dir, take_passphrase(), config.name, config.ephemeral}};
}

/// One run of the program, from a node that is made to its end.
class Running {
 public:
  Running(const Setup& setup, Log& log) : setup_(setup), log_(log), node_(options_of(setup), runtime_, log) {}
  ~Running() { stop(); }

  int run() {
    for (const auto& warning : setup_.warnings) log_.write(sdk::Level::warn, "config", warning);
    runtime_.on_told_to_end([this] {
      if (auto* shown = node_.ui()) shown->quit();
    });
    const auto status = runtime_.await([this](auto done) { node_.start(done); }, Runtime::Until::done_or_told_to_end);
    if (status.code == sdk::Errc::cancelled) return stop(), exit_ok;
    const auto refused = report_refused();
    if (!status.ok()) return give_up(status.text, refused);
    auto* ui = node_.ui();
    if (!ui && wants_ui(setup_))
      return give_up("profile " + setup_.config.profile + " has no user interface that runs", refused);
    log_.write(sdk::Level::info, "host", "ready, profile " + setup_.config.profile);
    const int code = ui ? show(*ui) : (runtime_.wait(), exit_ok);
    stop();
    log_.write(sdk::Level::info, "host", "ended");
    return code;
  }

 private:
  void stop() {
    if (std::exchange(stopped_, true)) return;
    const auto stop_node = [this](auto done) { node_.stop([done] { done({}); }); };
    (void)runtime_.await(stop_node, Runtime::Until::done);
    runtime_.end();
  }
  // A sentence for each plugin of the profile that does not run.
  std::vector<std::string> report_refused() {
    std::vector<std::string> sentences;
    for (const auto& candidate : node_.candidates())
      if (!candidate.good() && candidate.verdict != Verdict::not_in_profile)
        sentences.push_back("plugin " + candidate.id() + " (" + candidate.file.string() +
                            ") refused: " + candidate.reason);
    for (const auto& id : setup_.absent())
      sentences.push_back("plugin " + id + " is in no plugin folder: see p2pchat plugin list");
    for (const auto& sentence : sentences) log_.write(sdk::Level::error, "host", sentence);
    return sentences;
  }
  int give_up(const std::string& why, const std::vector<std::string>& refused) {
    log_.write(sdk::Level::error, "host", why);
    stop();
    if (stderr_for(setup_) != Stderr::nothing) return exit_failed;  // said already
    for (const auto& sentence : refused) fail(sentence);
    return fail(why);
  }
  int show(sdk::Ui& ui) {
    std::vector<const char*> argv{"p2pchat"};
    for (const auto& argument : setup_.arguments.for_ui) argv.push_back(argument.c_str());
    const auto argc = static_cast<std::int32_t>(argv.size());
    argv.push_back(nullptr);
    return ui.run(argc, argv.data());
  }

  const Setup& setup_;
  Log& log_;
  Runtime runtime_;
  Node node_;
  bool stopped_ = false;
};

}  // namespace

int run(const Setup& setup) {
  InstanceLock lock;
  if (const auto status = lock.take(setup.data_dir); !status.ok()) return fail(status);
  std::signal(SIGPIPE, SIG_IGN);
  std::string problem;
  RotatedLog log(setup.data_dir / "log", *level_from(setup.config.log_level), stderr_for(setup), problem);
  if (!problem.empty()) log.write(sdk::Level::warn, "log", "no log file: " + problem);
  report_crashes_to(setup.data_dir / "log" / "p2pchat.log");
  return Running(setup, log).run();
}

}  // namespace p2pchat::host
