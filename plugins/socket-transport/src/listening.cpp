// SPDX-License-Identifier: MIT
#include "listening.hpp"

#include "settings.hpp"
#include "socket_address.hpp"

#include <linux/errqueue.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace p2pchat::socket_transport {
namespace {

// TCP and UDP take a free port each on their own; how often to look for one that is free for both.
constexpr int free_port_attempts = 32;

sdk::Status why_not(const Endpoint& endpoint, int error) {
  const auto where = to_text(endpoint);
  switch (error) {
    case EADDRINUSE:
      return {sdk::Errc::busy, where + " is taken, perhaps by another p2pchat: stop it, or set another `listen`"};
    case EADDRNOTAVAIL:
    case EAFNOSUPPORT:
      return {sdk::Errc::unsupported, where + " is no address of this machine: set another `listen`"};
    case EACCES:
      return {sdk::Errc::io, "no permission to listen on " + where + ": set a port from 1024 on"};
    default:
      return {sdk::Errc::io, "cannot listen on " + where + ": " + std::generic_category().message(error)};
  }
}

void set(int socket, int level, int option) {
  const int on = 1;
  setsockopt(socket, level, option, &on, sizeof on);
}

/// A bound socket, or `error`.
Descriptor bound_socket(const Endpoint& endpoint, int type, int& error) {
  const bool ipv6 = endpoint.family == Family::ipv6;
  Descriptor socket(::socket(ipv6 ? AF_INET6 : AF_INET, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  const SocketAddress address(endpoint);
  error = 0;
  if (!socket) return error = errno, Descriptor();
  if (ipv6) set(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY);
  if (type == SOCK_STREAM) set(socket.get(), SOL_SOCKET, SO_REUSEADDR);  // a restart need not wait for old connections
  if (type == SOCK_DGRAM) set(socket.get(), ipv6 ? IPPROTO_IPV6 : IPPROTO_IP, ipv6 ? IPV6_RECVERR : IP_RECVERR);
  const bool listening = bind(socket.get(), address.get(), address.size) == 0 &&
                         (type != SOCK_STREAM || listen(socket.get(), SOMAXCONN) == 0);
  if (!listening) return error = errno, Descriptor();
  // Only now: another process finds the port taken, while this one may dial from it.
  if (type == SOCK_STREAM) set(socket.get(), SOL_SOCKET, SO_REUSEPORT);
  return socket;
}

sdk::Status open_once(const std::vector<Endpoint>& endpoints, std::vector<Listening>& opened) {
  std::uint16_t shared_port = 0;
  for (auto wanted : endpoints) {
    if (wanted.port == 0) wanted.port = shared_port;
    int error = 0;
    Listening listening;
    listening.bound = wanted;
    listening.stream = bound_socket(wanted, SOCK_STREAM, error);
    if (error != 0) return why_not(wanted, error);
    listening.bound.port = local_endpoint(listening.stream.get()).port;
    listening.datagram = bound_socket(listening.bound, SOCK_DGRAM, error);
    if (error != 0) return why_not(listening.bound, error);
    if (shared_port == 0) shared_port = listening.bound.port;
    opened.push_back(std::move(listening));
  }
  return {};
}

}  // namespace

sdk::Status open_listening(const std::vector<Endpoint>& endpoints, std::vector<Listening>& opened) {
  bool any_port = false;
  for (const auto& endpoint : endpoints) any_port = any_port || endpoint.port == 0;
  sdk::Status status;
  for (int attempt = 0; attempt < free_port_attempts; ++attempt) {
    opened.clear();
    status = open_once(endpoints, opened);
    if (status.code != sdk::Errc::busy || !any_port) break;
  }
  if (!status.ok()) opened.clear();
  return status;
}

sdk::Status open_default_listening(std::vector<Listening>& opened) {
  Endpoint ipv4, ipv6;
  ipv6.family = Family::ipv6;
  for (const auto port : {default_port, second_port}) {
    ipv4.port = ipv6.port = port;
    auto status = open_listening({ipv4, ipv6}, opened);
    if (status.code == sdk::Errc::unsupported) status = open_listening({ipv4}, opened);
    if (status.code == sdk::Errc::unsupported) status = open_listening({ipv6}, opened);
    if (status.code != sdk::Errc::busy) return status;
  }
  return {sdk::Errc::io,
          "ports 12476 and 12478 are both taken, perhaps by other p2pchats: stop one, or set another `listen`"};
}

}  // namespace p2pchat::socket_transport
