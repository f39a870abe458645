// SPDX-License-Identifier: MIT
#pragma once
#include "sea.hpp"

namespace p2pchat::simulation {

/// Starts `count` nodes at once in a world that lived before: every disk, in the plugin's own form, remembers of each
/// bucket's range `most` nodes that chance chose, or all when there are fewer, seen at some time within the last hour.
void grow_filled(Sea& sea, std::size_t count, std::size_t most);

}  // namespace p2pchat::simulation
