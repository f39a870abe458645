// SPDX-License-Identifier: MIT
#pragma once
#include "shim_vfs.hpp"

#include <filesystem>
#include <random>
#include <vector>

namespace p2pchat::test {

/// What happens to writes that no sync had covered when the power went.
enum class Fate {
  dropped,  ///< none of them reached the disk
  torn      ///< any sectors of any of them did, in any combination
};

/// Writes the files as a loss of power before event `cut` may have left them.
void write_image(const std::vector<DiskEvent>& events, std::size_t cut, Fate fate, std::mt19937& random,
                 const std::filesystem::path& directory);

}  // namespace p2pchat::test
