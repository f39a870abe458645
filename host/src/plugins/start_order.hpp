// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/verdict.hpp"

namespace p2pchat::host {

/// Orders the good candidates so that each starts after those that provide what it needs or wants, ties as `wanted`
/// has them; returns their indices. Refuses those whose need nobody meets, and those that wait for one another.
/// `host` are the interfaces of the host itself. An optional dependency gives way where it would close a circle.
std::vector<std::size_t> start_order(std::vector<Candidate>& candidates, const std::vector<std::string>& wanted,
                                     const std::vector<std::string_view>& host);

/// The sentence for a plugin whose need nobody meets: who would, and why not.
std::string missing(std::string_view iid, const std::vector<Candidate>& candidates);

}  // namespace p2pchat::host
