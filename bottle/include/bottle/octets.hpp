// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <vector>

namespace p2pchat::bottle {

using sdk::Id;
using Octets = std::vector<std::uint8_t>;

}  // namespace p2pchat::bottle
