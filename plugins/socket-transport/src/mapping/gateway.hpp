// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace p2pchat::socket_transport {

/// A router that opens ports when asked. Every call waits for it, up to some seconds. Thread: one at a time.
class Gateway {
 public:
  virtual ~Gateway() = default;
  /// How it is spoken to, for the log.
  virtual std::string name() const = 0;
  /// Has the same port outside lead to this one, for TCP and UDP, so long; false when it will not.
  virtual bool open(std::uint16_t port, std::uint32_t seconds) = 0;
  virtual void close(std::uint16_t port) = 0;
};

/// By NAT-PMP (RFC 6886), at the default gateway; null when there is none or it does not answer within a second.
std::unique_ptr<Gateway> find_natpmp();

/// By UPnP Internet Gateway Device, by multicast; null when none answers within two seconds.
std::unique_ptr<Gateway> find_upnp();

}  // namespace p2pchat::socket_transport
