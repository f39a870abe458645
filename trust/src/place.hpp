// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>

namespace p2pchat::trust {

/// Why a file or folder could be changed by somebody else than this user and root, or belongs to them: a part of a
/// sentence that says what to do; empty when it could not. A group that has this user alone is nobody else.
std::string objection(const std::filesystem::path& path);

/// The same of a file in a folder where it was found, and of that folder; and whether it leads out of the folder by a
/// symbolic link.
std::string objection(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace p2pchat::trust
