// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <string_view>

namespace p2pchat::trust {

/// The plugins that come with the program, by id: all that a safe start knows.
inline constexpr std::string_view ours[] = {
    "socket-transport", "local-transport", "kademlia",     "lan-routing", "bottle", "lan-bottle", "crypto-rsa-aes",
    "crypto-ed25519",   "sqlite-store",    "memory-store", "terminal-ui", "wx-gui", "stranger"};

/// Whether a plugin with this id comes with the program.
inline bool is_ours(std::string_view id) { return std::ranges::find(ours, id) != std::ranges::end(ours); }

}  // namespace p2pchat::trust
