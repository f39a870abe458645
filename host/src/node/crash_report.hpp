// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>

namespace p2pchat::host {

/// From now on a crash of the process writes one line to stderr and to this file, naming the plugin call that the
/// thread was in; then the process ends as it would have.
void report_crashes_to(const std::filesystem::path& log_file);

}  // namespace p2pchat::host
