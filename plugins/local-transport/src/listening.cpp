// SPDX-License-Identifier: MIT
#include "listening.hpp"

#include "local_socket.hpp"
#include "place.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace p2pchat::local_transport {
namespace {

sdk::Status why_not(const std::string& name, int error) {
  const auto where = endpoint_of(name);
  switch (error) {
    case EADDRINUSE:
      return {sdk::Errc::io, where + " is taken, perhaps by another p2pchat: stop it, or set another `listen`"};
    case ENAMETOOLONG:
      return {sdk::Errc::io, where + ": its path would have over " + std::to_string(longest_path) +
                                 " bytes; shorten `folder` or `listen`"};
    case EACCES:
    case EPERM:
      return {sdk::Errc::io, "no permission to listen at " + where + "; isolated, it may only in its `folder`"};
    default:
      return {sdk::Errc::io, "cannot listen at " + where + ": " + std::generic_category().message(error)};
  }
}

/// A socket that is bound to a path, or errno in `error`.
Descriptor bound_socket(const Folder& folder, const std::string& path, int type, int& error) {
  auto socket = new_socket(type);
  error = socket ? bind_at(socket.get(), path) : errno;
  if (error == 0 && ::chmod(path.c_str(), folder.socket_mode()) != 0) error = errno;
  return socket;
}

}  // namespace

sdk::Status open_listening(const Folder& folder, const std::string& name, Listening& opened) {
  if (folder.datagrams_at(name).size() > longest_path) return why_not(name, ENAMETOOLONG);
  const auto hold = folder.hold();
  if (!hold) return why_not(name, EBUSY);
  folder.remove_dead(name);
  for (const auto& other : folder.names()) folder.remove_dead(other);
  int error = 0;
  auto stream = bound_socket(folder, folder.stream_at(name), SOCK_STREAM, error);
  if (error != 0) return why_not(name, error);
  auto datagram = bound_socket(folder, folder.datagrams_at(name), SOCK_DGRAM, error);
  if (error != 0) {
    ::unlink(folder.stream_at(name).c_str());
    return why_not(name, error);
  }
  opened = {.name = name, .stream = std::move(stream), .datagram = std::move(datagram)};
  return {};
}

void remove_listening(const Folder& folder, const Listening& listening) {
  ::unlink(folder.stream_at(listening.name).c_str());
  ::unlink(folder.datagrams_at(listening.name).c_str());
}

}  // namespace p2pchat::local_transport
