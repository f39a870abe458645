// SPDX-License-Identifier: MIT
#include "local_socket.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

namespace p2pchat::local_transport {

std::optional<sockaddr_un> address_of(const std::string& path) {
  sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
  if (path.empty() || path.size() > longest_path) return std::nullopt;
  path.copy(address.sun_path, path.size());
  return address;
}

Descriptor new_socket(int type) { return Descriptor(::socket(AF_UNIX, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)); }

int bind_at(int socket, const std::string& path) {
  const auto address = address_of(path);
  if (!address) return ENAMETOOLONG;
  if (::bind(socket, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0) return errno;
  int type = 0;
  socklen_t size = sizeof type;
  if (getsockopt(socket, SOL_SOCKET, SO_TYPE, &type, &size) != 0) return errno;
  return type != SOCK_STREAM || ::listen(socket, SOMAXCONN) == 0 ? 0 : errno;
}

std::optional<sockaddr_un> way_to(const std::string& path, Descriptor& kept) {
  kept = Descriptor(::open(path.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
  if (!kept) return std::nullopt;
  return address_of("/proc/self/fd/" + std::to_string(kept.get()));
}

int connect_to(int socket, const std::string& path) {
  Descriptor kept;
  const auto address = way_to(path, kept);
  if (!address) return errno;
  return ::connect(socket, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) == 0 ? 0 : errno;
}

std::optional<std::uint32_t> user_at(int socket) {
  ucred peer{};
  socklen_t size = sizeof peer;
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return std::nullopt;
  return peer.uid;
}

bool is_dead(const std::string& path) {
  struct stat file = {};
  if (::lstat(path.c_str(), &file) != 0 || !S_ISSOCK(file.st_mode)) return false;
  // Whoever lives hears nothing of it: a datagram socket does not learn who is connected to it.
  const auto probe = new_socket(SOCK_DGRAM);
  return probe && connect_to(probe.get(), path) == ECONNREFUSED;
}

}  // namespace p2pchat::local_transport
