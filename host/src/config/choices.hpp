// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <filesystem>

namespace p2pchat::host {

enum class Use { off, on };

/// The plugins of a profile as the person wants them: `file`, which need not be there, has a line `+ID` or `-ID` for
/// each that was switched on or off, in that order.
std::vector<std::string> with_choices(std::vector<std::string> plugins, const std::filesystem::path& file);

/// Switches a plugin on or off. Errors: `unsupported` when `file` is empty, `io`.
sdk::Status choose(const std::filesystem::path& file, const std::string& id, Use use);

}  // namespace p2pchat::host
