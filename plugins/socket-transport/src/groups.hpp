// SPDX-License-Identifier: MIT
#pragma once
#include "listening.hpp"

#include <map>

namespace p2pchat::socket_transport {

/// Whether an endpoint is a multicast group rather than one machine.
bool is_group(const Endpoint& endpoint);

/// A network of this machine that datagrams can go to.
struct LocalNetwork {
  int index = 0;     ///< of the interface
  Endpoint address;  ///< of this machine in it; IPv4
};

/// The networks that a socket bound to `bound` has a part in, 16 at most: that of its address, or all of the machine's
/// when it is bound to none.
std::vector<LocalNetwork> networks_of(const Endpoint& bound);

/// A socket that hears what is sent to an IPv4 group, once it has joined it in a network. Others on this machine may
/// hear the same group. Nothing and `error` (errno) on failure.
Descriptor open_group(const Endpoint& group, int& error);

/// Joins a group in one network; harmless when it has been joined. Returns errno, 0 when it is a member now.
int join_group(int socket, const Endpoint& group, const LocalNetwork& network);

/// Sends to a group in one network, which no router leaves (time to live 1), from a socket that is bound elsewhere, so
/// that hearers know where to answer. Returns errno, 0 when it left.
int send_to_group(int socket, const LocalNetwork& network, const Endpoint& group, sdk::bytes payload);

}  // namespace p2pchat::socket_transport
