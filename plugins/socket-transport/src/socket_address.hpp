// SPDX-License-Identifier: MIT
#pragma once
#include "endpoint.hpp"

#include <netinet/in.h>
#include <sys/socket.h>

namespace p2pchat::socket_transport {

/// An endpoint in the form the system calls take.
struct SocketAddress {
  sockaddr_storage storage{};
  socklen_t size = sizeof(sockaddr_storage);
  SocketAddress() = default;
  explicit SocketAddress(const Endpoint& endpoint);
  sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
};

/// The way back. The address is IPv4 or IPv6.
Endpoint endpoint_of(const sockaddr_storage& storage);

/// Where a socket is bound. Nothing when it is not.
Endpoint local_endpoint(int socket);

}  // namespace p2pchat::socket_transport
