// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace p2pchat::conformance {

/// How the program ends.
enum ExitCode : int { all_passed = 0, some_did_not = 1, wrong_usage = 2 };

/// What is to be checked, and how.
struct Order {
  std::filesystem::path plugin;
  std::vector<std::string> settings;  ///< `key=value`, of the plugin's own table
  std::string only = "*";             ///< names of trials, `*` and `?` as in a shell, several with `:` between them
  std::vector<std::filesystem::path> more;   ///< programs of the author, each a trial of its own
  std::optional<std::filesystem::path> off;  ///< trials that are switched off, each with its reason
  std::optional<std::filesystem::path> junit;
  std::uint64_t seed = 1;
  std::chrono::seconds limit{60};  ///< for one trial
  bool json = false;
};

/// Reads the command line. Nothing when there is nothing to do; `exit_code` says whether that was a mistake.
std::optional<Order> read_order(int argc, const char* const* argv, int& exit_code);

/// Trials that need not pass: names, with `*` and `?` as in a shell, each with the reason.
using SwitchedOff = std::vector<std::pair<std::string, std::string>>;

/// Reads `NAME: why` lines; `#` begins a remark. A line without a reason throws `std::runtime_error` with its number.
SwitchedOff read_switched_off(const std::filesystem::path& file);
/// Why a trial is switched off; null when it is not.
const std::string* reason_for(const SwitchedOff& off, const std::string& trial);

/// Whether a trial is among the names of `only`, each as Crypto*, with : between them.
bool is_chosen(const std::string& only, const std::string& trial);

}  // namespace p2pchat::conformance
