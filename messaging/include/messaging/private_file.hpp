// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <filesystem>
#include <vector>

namespace p2pchat::messaging {

/// Reads a file that only I may read. Errors: `not_found`; `refused` for a link, another owner or a mode wider than
/// 0600, with what to do; `too_large` over 64 KiB; `io`. Thread: any.
sdk::Status read_private_file(const std::filesystem::path& path, std::vector<std::uint8_t>& content);

/// Writes a new file, mode 0600, so that after a crash it is there whole or not at all. Never writes over anything.
/// Errors: `refused` when something is there already, `io`. Thread: any.
sdk::Status write_private_file(const std::filesystem::path& path, sdk::bytes content);

}  // namespace p2pchat::messaging
