// SPDX-License-Identifier: MIT
#include "groups.hpp"

#include "socket_address.hpp"

#include <ifaddrs.h>
#include <net/if.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

namespace p2pchat::socket_transport {
namespace {

constexpr std::size_t most_networks = 16;

in_addr address_of(const Endpoint& endpoint) {
  in_addr address;
  std::memcpy(&address, endpoint.address.data(), sizeof address);
  return address;
}

}  // namespace

bool is_group(const Endpoint& endpoint) {
  return endpoint.family == Family::ipv4 ? endpoint.address[0] >> 4 == 0xe : endpoint.address[0] == 0xff;
}

std::vector<LocalNetwork> networks_of(const Endpoint& bound) {
  ifaddrs* first = nullptr;
  if (getifaddrs(&first) != 0) return {};
  const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> all(first, freeifaddrs);
  const bool everywhere = bound.address == decltype(bound.address){};
  std::vector<LocalNetwork> networks;
  for (const auto* each = first; each != nullptr; each = each->ifa_next) {
    if (each->ifa_addr == nullptr || each->ifa_addr->sa_family != AF_INET || (each->ifa_flags & IFF_UP) == 0) continue;
    sockaddr_storage storage{};
    std::memcpy(&storage, each->ifa_addr, sizeof(sockaddr_in));
    const LocalNetwork network{static_cast<int>(if_nametoindex(each->ifa_name)), endpoint_of(storage)};
    const auto is_same = [&](const auto& other) { return other.index == network.index; };
    const bool is_wanted = everywhere || network.address.address == bound.address;
    if (is_wanted && std::ranges::none_of(networks, is_same) && networks.size() < most_networks)
      networks.push_back(network);
  }
  return networks;
}

Descriptor open_group(const Endpoint& group, int& error) {
  Descriptor socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  const SocketAddress address(group);
  const int on = 1, off = 0;
  error = 0;
  if (!socket) return error = errno, Descriptor();
  setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  setsockopt(socket.get(), IPPROTO_IP, IP_MULTICAST_ALL, &off, sizeof off);  // only where this socket is a member
  if (bind(socket.get(), address.get(), address.size) != 0) return error = errno, Descriptor();
  return socket;
}

int join_group(int socket, const Endpoint& group, const LocalNetwork& network) {
  ip_mreqn membership{};
  membership.imr_multiaddr = address_of(group);
  membership.imr_ifindex = network.index;
  const int failed = setsockopt(socket, IPPROTO_IP, IP_ADD_MEMBERSHIP, &membership, sizeof membership);
  return failed == 0 || errno == EADDRINUSE ? 0 : errno;
}

int send_to_group(int socket, const LocalNetwork& network, const Endpoint& group, sdk::bytes payload) {
  const SocketAddress to(group);
  in_pktinfo from{};
  from.ipi_ifindex = network.index;
  from.ipi_spec_dst = address_of(network.address);
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof from)> control{};
  iovec part{const_cast<std::uint8_t*>(payload.ptr), payload.len};
  msghdr message{};
  message.msg_name = const_cast<sockaddr*>(to.get());
  message.msg_namelen = to.size;
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  auto* header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = IPPROTO_IP;
  header->cmsg_type = IP_PKTINFO;
  header->cmsg_len = CMSG_LEN(sizeof from);
  std::memcpy(CMSG_DATA(header), &from, sizeof from);
  // The first failure may be a report about an earlier datagram, which the kernel hands out once.
  for (int attempt = 0; attempt < 2; ++attempt)
    if (sendmsg(socket, &message, MSG_DONTWAIT | MSG_NOSIGNAL) >= 0) return 0;
  return errno;
}

}  // namespace p2pchat::socket_transport
