// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>

namespace p2pchat::trust {

/// From now on a crash of the process, and an `exit` from inside a plugin call, writes one line to stderr and to this
/// file, naming the plugin call that the thread was in, and blames the plugin (`blame`); then the process ends as it
/// would have. And a thread that gets SIGURG says the same of itself, and goes on; see `StallWatch`.
void report_crashes_to(const std::filesystem::path& log_file);

}  // namespace p2pchat::trust
