// SPDX-License-Identifier: MIT
#pragma once
#include "transport/descriptor.hpp"

#include <sys/socket.h>
#include <sys/un.h>

#include <cstdint>
#include <optional>
#include <string>

namespace p2pchat::local_transport {

using namespace transport;

/// The longest path that a socket can have, in bytes (unix(7)).
inline constexpr std::size_t longest_path = sizeof(sockaddr_un::sun_path) - 1;

/// The address of a socket in the file system; nothing when the path is too long.
std::optional<sockaddr_un> address_of(const std::string& path);

/// A new socket, or nothing and errno.
Descriptor new_socket(int type);

/// Binds a socket to a path, and listens when it is a stream. Returns errno, 0 when it did.
int bind_at(int socket, const std::string& path);

/// The way to the very socket that a path names, through a descriptor that is kept meanwhile: a link which somebody
/// else put there leads nowhere, and no path is too long. Nothing, with errno, when there is nothing.
std::optional<sockaddr_un> way_to(const std::string& path, Descriptor& kept);

/// Connects without waiting. Returns errno, 0 when it is connected; EAGAIN when whoever listens has not accepted many
/// others yet.
int connect_to(int socket, const std::string& path);

/// Whose process is at the other end of a connected stream, as the kernel knows it (SO_PEERCRED).
std::optional<std::uint32_t> user_at(int socket);

/// Whether a path is a socket that no process has any more.
bool is_dead(const std::string& path);

}  // namespace p2pchat::local_transport
