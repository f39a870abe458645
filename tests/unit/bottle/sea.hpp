// SPDX-License-Identifier: MIT
#pragma once
#include "bottle.hpp"
#include "support/sea_world.hpp"

namespace p2pchat::test {

using SeaNode = SeaNodeOf<bottle::Bottle>;
using Sea = SeaOf<bottle::Bottle>;

}  // namespace p2pchat::test
