// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace p2pchat::host {

/// How many nodes a practice sea may have.
inline constexpr unsigned fewest_sea_nodes = 1, most_sea_nodes = 500;

/// One node of a practice sea that is not mine.
struct SeaStranger {
  std::string name;
  std::uint64_t seed = 0;  ///< of what it says and when
  bool talkative = false;  ///< throws bottles often
  bool bootstrap = false;  ///< the others join through it; never sleeps
  bool sleeps = false;     ///< goes offline now and then, and keeps what it has on the disk meanwhile
};

/// How long a stranger is there, and then not.
struct SeaNap {
  std::chrono::milliseconds awake{}, asleep{};
};

/// Who is who in a sea of `nodes`, mine included. Pure: the same seed gives the same plan.
std::vector<SeaStranger> plan_sea(unsigned nodes, std::uint64_t seed);

/// The `count`-th nap of a stranger. Pure.
SeaNap plan_nap(const SeaStranger& stranger, unsigned count);

}  // namespace p2pchat::host
