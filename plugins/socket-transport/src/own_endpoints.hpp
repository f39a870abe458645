// SPDX-License-Identifier: MIT
#pragma once
#include "endpoint.hpp"

#include <vector>

namespace p2pchat::socket_transport {

/// The endpoints of this machine at which a socket bound there can be dialled: itself, or, for the unspecified address,
/// one for each address of its family. Link-local IPv6 is left out: it means nothing elsewhere.
std::vector<Endpoint> own_endpoints(const Endpoint& bound);

}  // namespace p2pchat::socket_transport
