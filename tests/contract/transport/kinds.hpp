// SPDX-License-Identifier: MIT
#pragma once
#include "transport_world.hpp"

namespace p2pchat::test {

/// The implementations of this repository.
TransportKind socket_kind();
TransportKind local_kind();
TransportKind memory_kind();

}  // namespace p2pchat::test
