// SPDX-License-Identifier: MIT
#pragma once
#include "endpoint.hpp"
#include "transport/descriptor.hpp"

#include <p2pchat/abi.hpp>

#include <vector>

namespace p2pchat::socket_transport {

using namespace transport;

/// One place where this node listens: a TCP and a UDP socket on the same port.
struct Listening {
  Endpoint bound;
  Descriptor stream, datagram;
};

/// Opens all of `endpoints`, or none. Those with port 0 share one free port. IPv6 sockets carry IPv6 only.
/// Errors: `busy` when a port is taken; `unsupported` when this machine does not have the address or its family; `io`.
/// The text names the endpoint and what to do.
sdk::Status open_listening(const std::vector<Endpoint>& endpoints, std::vector<Listening>& opened);

/// Opens the endpoints that are used when none is set: all IPv4 and IPv6 addresses on `default_port`, or on
/// `second_port` when that is taken; one family alone where the machine lacks the other. Errors: `io`.
sdk::Status open_default_listening(std::vector<Listening>& opened);

}  // namespace p2pchat::socket_transport
