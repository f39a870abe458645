// SPDX-License-Identifier: MIT
#pragma once
#include "endpoint.hpp"
#include "transport/settings.hpp"

#include <cstdint>
#include <vector>

namespace p2pchat::socket_transport {

using namespace transport;

/// The port p2pChat uses, and the one it takes when that is taken.
inline constexpr std::uint16_t default_port = 12476, second_port = 12478;

/// The plugin's configuration table, read.
struct Settings : Sizes {
  std::vector<Endpoint> listen;    ///< empty when not set: the defaults, with their second port
  bool maps_ports = true;          ///< asks the router to open the ports when nobody can dial this node
  std::uint32_t relay_limit = 32;  ///< circuits of others carried at once; 0: none
};

/// Reads endpoints, one per line. Errors: `invalid`, naming the line.
sdk::Status read_listen(std::string_view lines, std::vector<Endpoint>& endpoints);

/// Reads the settings. Errors: `invalid`, naming the key and what it may be.
sdk::Status read_settings(sdk::Host& host, Settings& settings);

}  // namespace p2pchat::socket_transport
