// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/row_shape.hpp"

#include <optional>
#include <vector>

namespace p2pchat::wx_gui {

/// Where labels stand so that none covers another: each where it would, or lower by as little as it takes. Nothing for
/// one that would then reach below `bottom`. The first come first.
std::vector<std::optional<Box>> apart(const std::vector<Box>& wished, double gap, double bottom);

}  // namespace p2pchat::wx_gui
