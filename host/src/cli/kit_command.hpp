// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>

namespace p2pchat::host {

/// Whether a command line is for the kit of plugin authors: `plugin check` or `plugin new`, with whatever follows.
bool is_for_kit(int argc, const char* const* argv);

/// Goes on as the program p2pchat-plugin of this folder, with everything after `plugin`. Returns an exit code only when
/// that cannot be, and has said why on stderr.
int become_kit(const std::filesystem::path& folder, char** argv);

}  // namespace p2pchat::host
