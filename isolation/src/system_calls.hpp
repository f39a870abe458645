// SPDX-License-Identifier: MIT
#pragma once
#include "confinement.hpp"

namespace p2pchat::isolation {

/// Makes the kernel refuse the system calls that a worker does not need: with EPERM, so that a plugin that
/// tries lives on. In words: why not; empty when it does.
std::string keep_to_system_calls(const Confinement& allowed);

}  // namespace p2pchat::isolation
