// SPDX-License-Identifier: MIT
#include "socket_address.hpp"

#include <cstring>

namespace p2pchat::socket_transport {

SocketAddress::SocketAddress(const Endpoint& endpoint) {
  if (endpoint.family == Family::ipv4) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(endpoint.port);
    std::memcpy(&address.sin_addr, endpoint.address.data(), sizeof address.sin_addr);
    std::memcpy(&storage, &address, size = sizeof address);
    return;
  }
  sockaddr_in6 address{};
  address.sin6_family = AF_INET6;
  address.sin6_port = htons(endpoint.port);
  address.sin6_scope_id = endpoint.scope;
  std::memcpy(&address.sin6_addr, endpoint.address.data(), sizeof address.sin6_addr);
  std::memcpy(&storage, &address, size = sizeof address);
}

Endpoint endpoint_of(const sockaddr_storage& storage) {
  Endpoint endpoint;
  if (storage.ss_family == AF_INET) {
    sockaddr_in address;
    std::memcpy(&address, &storage, sizeof address);
    endpoint.port = ntohs(address.sin_port);
    std::memcpy(endpoint.address.data(), &address.sin_addr, sizeof address.sin_addr);
    return endpoint;
  }
  sockaddr_in6 address;
  std::memcpy(&address, &storage, sizeof address);
  endpoint.family = Family::ipv6;
  endpoint.port = ntohs(address.sin6_port);
  endpoint.scope = address.sin6_scope_id;
  std::memcpy(endpoint.address.data(), &address.sin6_addr, sizeof address.sin6_addr);
  return endpoint;
}

Endpoint local_endpoint(int socket) {
  SocketAddress address;
  if (getsockname(socket, address.get(), &address.size) != 0) return {};
  return endpoint_of(address.storage);
}

}  // namespace p2pchat::socket_transport
