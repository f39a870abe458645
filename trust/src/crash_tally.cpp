// SPDX-License-Identifier: MIT
#include "crash_tally.hpp"

#include <sstream>

namespace p2pchat::trust {

CrashTally after_run(CrashTally before, const std::optional<Culprit>& ended_by) {
  std::erase_if(before, [&](const auto& entry) {
    const auto& [plugin, streak] = entry;
    return streak.runs < suspended_after && !(ended_by && ended_by->plugin == plugin);
  });
  if (!ended_by) return before;
  auto& streak = before[ended_by->plugin];
  ++streak.runs;
  streak.call = ended_by->call;
  return before;
}

std::string to_text(const CrashTally& tally) {
  std::string text;
  for (const auto& [plugin, streak] : tally)
    text += plugin + " " + std::to_string(streak.runs) + " " + streak.call + "\n";
  return text;
}

CrashTally read_tally(std::string_view text) {
  CrashTally tally;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string plugin;
    Streak streak;
    if (words >> plugin >> streak.runs && std::getline(words >> std::ws, streak.call)) tally[plugin] = streak;
  }
  return tally;
}

}  // namespace p2pchat::trust
