// SPDX-License-Identifier: MIT
#include "order.hpp"

#include <CLI/CLI.hpp>
#include <fnmatch.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>

namespace p2pchat::conformance {
namespace {

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r"), last = text.find_last_not_of(" \t\r");
  return first == text.npos ? std::string() : std::string(text.substr(first, last - first + 1));
}

}  // namespace

std::optional<Order> read_order(int argc, const char* const* argv, int& exit_code) {
  Order order;
  unsigned limit_s = 60;
  CLI::App app(
      "Checks a plugin against what the SDK promises of its kind: the file, its life, then the contract of each "
      "interface\n"
      "it provides. Every trial runs in a process of its own, so a crash or a hang is a trial that failed.\n"
      "Exit codes: 0 all passed, 1 some did not, 2 wrong usage.",
      "p2pchat-plugin-check");
  app.add_option("FILE", order.plugin, "the plugin's shared library")->required()->check(CLI::ExistingFile);
  app.add_option("--set", order.settings, "a setting of the plugin, as rounds=3; may be repeated")
      ->type_name("KEY=VALUE");
  app.add_option("--only", order.only, "trials to run, as Crypto*; several with : between them")->type_name("NAMES");
  app.add_option("--with", order.more,
                 "a program with checks of the author's own; P2PCHAT_CHECKED_PLUGIN names the file")
      ->type_name("PROGRAM")
      ->check(CLI::ExistingFile);
  app.add_option("--off", order.off, "a file of lines `NAME: why`, NAME as Crypto*: trials that need not pass")
      ->check(CLI::ExistingFile);
  app.add_option("--junit", order.junit, "write the results as JUnit XML")->type_name("FILE");
  app.add_option("--seed", order.seed, "what chance is made of: the same number, the same run (1)");
  app.add_option("--limit", limit_s, "seconds that one trial may take (60)")->check(CLI::Range(1, 3600));
  app.add_flag("--json", order.json, "print the results as JSON");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error) == 0 ? 0 : wrong_usage;
    return std::nullopt;
  }
  order.limit = std::chrono::seconds(limit_s);
  return order;
}

SwitchedOff read_switched_off(const std::filesystem::path& file) {
  SwitchedOff off;
  std::ifstream lines(file);
  std::string line;
  for (unsigned number = 1; std::getline(lines, line); ++number) {
    const auto words = trimmed(line.substr(0, line.find('#')));
    if (words.empty()) continue;
    const auto colon = words.find(':');
    const auto why = colon == words.npos ? std::string() : trimmed(words.substr(colon + 1));
    if (why.empty())
      throw std::runtime_error(file.string() + ":" + std::to_string(number) + ": say why, as `NAME: why it may fail`");
    off.emplace_back(trimmed(words.substr(0, colon)), why);
  }
  return off;
}

bool is_chosen(const std::string& only, const std::string& trial) {
  std::istringstream names(only);
  for (std::string each; std::getline(names, each, ':');)
    if (fnmatch(each.c_str(), trial.c_str(), 0) == 0) return true;
  return false;
}

const std::string* reason_for(const SwitchedOff& off, const std::string& trial) {
  const auto fits = [&](const auto& each) { return fnmatch(each.first.c_str(), trial.c_str(), 0) == 0; };
  const auto found = std::ranges::find_if(off, fits);
  return found == off.end() ? nullptr : &found->second;
}

}  // namespace p2pchat::conformance
