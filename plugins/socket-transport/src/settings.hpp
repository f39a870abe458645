// SPDX-License-Identifier: MIT
#pragma once
#include "endpoint.hpp"

#include <p2pchat/host.hpp>

#include <cstdint>
#include <vector>

namespace p2pchat::socket_transport {

/// A frame carries one record: 256 KiB of plain text and what encryption adds.
inline constexpr std::uint32_t default_max_frame = 256 * 1024 + 64;

/// The port p2pChat uses, and the one it takes when that is taken.
inline constexpr std::uint16_t default_port = 12476, second_port = 12478;

/// The plugin's configuration table, read.
struct Settings {
  std::vector<Endpoint> listen;                 ///< empty when not set: the defaults, with their second port
  std::uint32_t max_frame = default_max_frame;  ///< 1 KiB to 16 MiB
  std::uint64_t queue_limit = 4 << 20;          ///< octets that may wait on one connection; more than a frame
  bool maps_ports = true;                       ///< asks the router to open the ports when nobody can dial this node
  std::uint32_t relay_limit = 32;               ///< circuits of others carried at once; 0: none
};

/// Reads endpoints, one per line. Errors: `invalid`, naming the line.
sdk::Status read_listen(std::string_view lines, std::vector<Endpoint>& endpoints);

/// Reads the settings. Errors: `invalid`, naming the key and what it may be.
sdk::Status read_settings(sdk::Host& host, Settings& settings);

}  // namespace p2pchat::socket_transport
