// SPDX-License-Identifier: MIT
#include "sea/free_ports.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <random>

namespace p2pchat::host {
namespace {

constexpr std::uint16_t lowest = 20'000, highest = 32'000;

bool is_free(std::uint16_t port, int kind) {
  const int descriptor = ::socket(AF_INET, kind | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return false;
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  const bool bound = ::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::close(descriptor);
  return bound;
}

}  // namespace

std::vector<std::string> free_loopback_endpoints(std::size_t count) {
  std::random_device device;
  std::uint16_t port = static_cast<std::uint16_t>(lowest + device() % (highest - lowest));
  std::vector<std::string> endpoints;
  for (unsigned tried = 0; endpoints.size() < count && tried < highest - lowest; ++tried) {
    if (is_free(port, SOCK_STREAM) && is_free(port, SOCK_DGRAM))
      endpoints.push_back("127.0.0.1:" + std::to_string(port));
    port = port + 1 < highest ? static_cast<std::uint16_t>(port + 1) : lowest;
  }
  return endpoints;
}

}  // namespace p2pchat::host
