// SPDX-License-Identifier: MIT
#pragma once
#include "listening.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace p2pchat::test {

/// A blocking TCP socket on loopback that speaks whatever a test says: the peer no p2pChat would be. What would wait
/// longer than 60 s gives up.
class PlainSocket {
 public:
  /// Dials an endpoint.
  static PlainSocket dial(const std::string& endpoint);
  /// Listens on a free port of 127.0.0.1, with room for `backlog` connections that nobody accepted.
  static PlainSocket listening(int backlog = 16);
  /// A UDP socket on a free port of 127.0.0.1.
  static PlainSocket datagrams();
  PlainSocket accept() const;
  /// The endpoint this socket is bound to.
  std::string endpoint() const;
  /// Sends everything; false when the other side is gone.
  bool send(std::string_view octets) const;
  /// Reads exactly `size` octets, or fewer when the other side ends.
  std::string read(std::size_t size) const;
  /// Whether the other side ended, by an orderly end or a reset, after at most what it had sent before.
  bool ended() const;
  /// Ends with a reset instead of an orderly end.
  void reset();
  void close() { descriptor_ = {}; }
  int get() const { return descriptor_.get(); }

 private:
  explicit PlainSocket(int type);
  explicit PlainSocket(socket_transport::Descriptor descriptor);
  socket_transport::Descriptor descriptor_;
};

/// A frame as it travels.
std::string framed(std::string_view text);

}  // namespace p2pchat::test
