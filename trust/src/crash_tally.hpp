// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace p2pchat::trust {

/// In whose hands a run ended.
struct Culprit {
  std::string plugin, call;
};

/// How many runs in a row, up to the last, ended in the hands of a plugin, and where the last of them did.
struct Streak {
  unsigned runs = 0;
  std::string call;
};

/// Runs in a row that are too many.
inline constexpr unsigned suspended_after = 2;

/// Streaks by plugin. Those that were long enough to suspend a plugin stay; others end with a run that ended otherwise.
using CrashTally = std::map<std::string, Streak, std::less<>>;
CrashTally after_run(CrashTally before, const std::optional<Culprit>& ended_by);

/// As text, a line `PLUGIN RUNS CALL` each; lines that are none are passed over.
std::string to_text(const CrashTally& tally);
CrashTally read_tally(std::string_view text);

}  // namespace p2pchat::trust
