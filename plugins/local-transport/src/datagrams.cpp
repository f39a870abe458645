// SPDX-License-Identifier: MIT
#include "datagrams.hpp"

#include "local_socket.hpp"
#include "place.hpp"
#include "transport/settings.hpp"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>

namespace p2pchat::local_transport {

int send_datagram(int socket, const std::string& path, sdk::bytes payload) {
  Descriptor kept;
  const auto address = way_to(path, kept);
  if (!address) return errno == ENOENT ? ECONNREFUSED : errno;
  const auto sent = sendto(socket, payload.ptr, payload.len, MSG_DONTWAIT | MSG_NOSIGNAL,
                           reinterpret_cast<const sockaddr*>(&*address), sizeof *address);
  return sent >= 0 ? 0 : errno;
}

bool receive_datagram(int socket, const std::function<void(const std::string& from, sdk::bytes payload)>& heard) {
  std::array<std::uint8_t, max_datagram> payload;
  sockaddr_un from{};
  iovec part{payload.data(), payload.size()};
  msghdr message{};
  message.msg_name = &from;
  message.msg_namelen = sizeof from;
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  const auto size = recvmsg(socket, &message, MSG_DONTWAIT);
  if (size < 0) return false;
  const auto head = offsetof(sockaddr_un, sun_path);
  const auto length = message.msg_namelen > head ? message.msg_namelen - head : 0;
  const std::string path(from.sun_path, strnlen(from.sun_path, length));
  const auto name = Folder::name_at(path);
  if (name && (message.msg_flags & MSG_TRUNC) == 0)
    heard(endpoint_of(*name), {payload.data(), static_cast<std::uint64_t>(size)});
  return true;
}

}  // namespace p2pchat::local_transport
