// SPDX-License-Identifier: MIT
#pragma once
#include "endpoint.hpp"
#include "transport/settings.hpp"

#include <p2pchat/abi.hpp>

#include <functional>

namespace p2pchat::socket_transport {

using namespace transport;

/// Sends without waiting; returns errno, 0 when it left.
int send_datagram(int socket, const Endpoint& to, sdk::bytes payload);

/// Receives what is there, up to `most` datagrams; those over `max_datagram` are dropped. Returns how many were taken.
int receive_datagrams(int socket, int most, const std::function<void(const Endpoint& from, sdk::bytes payload)>& each);

/// Reads what the network reported about datagrams sent before: each place it calls unreachable.
void receive_reports(int socket, const std::function<void(const Endpoint& unreachable)>& each);

}  // namespace p2pchat::socket_transport
