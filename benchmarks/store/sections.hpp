// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>

namespace p2pchat::benchmark {

/// What storing a message costs, alone and in groups.
void commits(unsigned repeats);

/// Searching and reading a large store, against a scan of the same and against a small one.
void searches(std::uint32_t rows, unsigned repeats);

}  // namespace p2pchat::benchmark
