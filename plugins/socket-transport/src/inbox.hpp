// SPDX-License-Identifier: MIT
#pragma once
#include "endpoint.hpp"
#include "transport/inbox.hpp"

namespace p2pchat::socket_transport {

using namespace transport;

/// What crosses from the socket thread to the loop; places are addresses with ports.
using Event = EventAt<Endpoint>;
using Inbox = InboxOf<Event>;

}  // namespace p2pchat::socket_transport
