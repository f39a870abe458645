// SPDX-License-Identifier: MIT
#pragma once
#include "confinement.hpp"

namespace p2pchat::isolation {

/// Makes the kernel refuse files outside the folders that are allowed, and those of the system's libraries. In words:
/// why not, or what of it not; empty when it does. Source: Linux, Documentation/userspace-api/landlock.rst.
std::string keep_to_folders(const Confinement& allowed);

}  // namespace p2pchat::isolation
