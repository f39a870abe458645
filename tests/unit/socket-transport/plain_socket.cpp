// SPDX-License-Identifier: MIT
#include "plain_socket.hpp"

#include "socket_address.hpp"
#include "transport/frame_cutter.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <array>

namespace p2pchat::test {

using socket_transport::parse_endpoint;
using socket_transport::SocketAddress;

PlainSocket::PlainSocket(socket_transport::Descriptor descriptor) : descriptor_(std::move(descriptor)) {
  const timeval limit{60, 0};
  setsockopt(descriptor_.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  setsockopt(descriptor_.get(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

PlainSocket::PlainSocket(int type)
    : PlainSocket(socket_transport::Descriptor(::socket(AF_INET, type | SOCK_CLOEXEC, 0))) {}

PlainSocket PlainSocket::dial(const std::string& endpoint) {
  PlainSocket socket(SOCK_STREAM);
  const SocketAddress address(*parse_endpoint(endpoint));
  EXPECT_EQ(::connect(socket.get(), address.get(), address.size), 0) << endpoint;
  return socket;
}

PlainSocket PlainSocket::listening(int backlog) {
  PlainSocket socket(SOCK_STREAM);
  const SocketAddress address(*parse_endpoint("127.0.0.1:0"));
  EXPECT_EQ(::bind(socket.get(), address.get(), address.size), 0);
  EXPECT_EQ(::listen(socket.get(), backlog), 0);
  return socket;
}

PlainSocket PlainSocket::datagrams() {
  PlainSocket socket(SOCK_DGRAM);
  const SocketAddress address(*parse_endpoint("127.0.0.1:0"));
  EXPECT_EQ(::bind(socket.get(), address.get(), address.size), 0);
  return socket;
}

PlainSocket PlainSocket::accept() const {
  return PlainSocket(socket_transport::Descriptor(::accept4(get(), nullptr, nullptr, SOCK_CLOEXEC)));
}

std::string PlainSocket::endpoint() const { return to_text(socket_transport::local_endpoint(get())); }

bool PlainSocket::send(std::string_view octets) const {
  while (!octets.empty()) {
    const auto sent = ::send(get(), octets.data(), octets.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    octets.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::string PlainSocket::read(std::size_t size) const {
  std::string octets(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const auto got = ::recv(get(), octets.data() + filled, size - filled, 0);
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
  }
  octets.resize(filled);
  return octets;
}

bool PlainSocket::ended() const {
  std::array<char, 4'096> ignored;
  for (;;) {
    const auto got = ::recv(get(), ignored.data(), ignored.size(), 0);
    if (got == 0 || (got < 0 && errno == ECONNRESET)) return true;
    if (got < 0) return false;
  }
}

void PlainSocket::reset() {
  const linger at_once{1, 0};
  setsockopt(get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  close();
}

std::string framed(std::string_view text) {
  std::uint8_t header[socket_transport::frame_header];
  socket_transport::write_header(static_cast<std::uint32_t>(text.size()), header);
  return std::string(header, header + sizeof header).append(text);
}

}  // namespace p2pchat::test
