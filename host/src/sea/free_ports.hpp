// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

namespace p2pchat::host {

/// `count` endpoints on loopback whose port nobody uses just now, TCP or UDP; fewer when there are not so many. Below
/// the ports that the system gives to outgoing connections, so that none of ours takes one before it is listened on.
std::vector<std::string> free_loopback_endpoints(std::size_t count);

}  // namespace p2pchat::host
