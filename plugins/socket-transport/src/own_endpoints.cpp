// SPDX-License-Identifier: MIT
#include "own_endpoints.hpp"

#include "socket_address.hpp"

#include <ifaddrs.h>

#include <cstring>
#include <memory>

namespace p2pchat::socket_transport {

std::vector<Endpoint> own_endpoints(const Endpoint& bound) {
  if (bound.address != Endpoint().address) return {bound};
  ifaddrs* first = nullptr;
  if (getifaddrs(&first) != 0) return {};
  const std::unique_ptr<ifaddrs, void (*)(ifaddrs*)> all(first, freeifaddrs);
  std::vector<Endpoint> own;
  const int family = bound.family == Family::ipv6 ? AF_INET6 : AF_INET;
  for (const auto* each = first; each != nullptr; each = each->ifa_next) {
    if (each->ifa_addr == nullptr || each->ifa_addr->sa_family != family) continue;
    sockaddr_storage storage{};
    std::memcpy(&storage, each->ifa_addr, family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6));
    auto endpoint = endpoint_of(storage);
    endpoint.port = bound.port;
    if (endpoint.scope == 0) own.push_back(endpoint);
  }
  return own;
}

}  // namespace p2pchat::socket_transport
