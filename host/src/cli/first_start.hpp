// SPDX-License-Identifier: MIT
#pragma once
#include "cli/setup.hpp"

namespace p2pchat::host {

/// Whether `p2pchat` without a command means the practice sea: nothing says what else is wanted. Something does: a
/// configuration file, --config, --profile, --set, --data-dir, P2PCHAT_DATA_DIR, or an identity that was begun.
bool starts_in_sea(const Setup& setup, const Environment& environment);

/// The profile of who names none: `desktop` where there is a display and, in one of the folders, the window for it;
/// `terminal` otherwise, and when lines are asked for.
std::string usual_profile(const Arguments& said, const Environment& environment,
                          const std::vector<std::filesystem::path>& folders);

}  // namespace p2pchat::host
