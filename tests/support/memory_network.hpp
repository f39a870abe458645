// SPDX-License-Identifier: MIT
#pragma once
#include "support/virtual_host.hpp"

#include <p2pchat/transport.hpp>

#include <deque>
#include <memory>
#include <optional>
#include <set>

namespace p2pchat::test {

/// What a test may change about the network at any moment.
struct MemoryNetworkRules {
  enum class Fate { deliver, cut };
  std::uint64_t min_latency_us = 200, max_latency_us = 2'000;  ///< one way, drawn for each frame and datagram
  std::uint32_t datagram_loss_percent = 0;
  std::uint32_t max_frame = 256 * 1024 + 64;
  std::size_t queue_limit = 4 << 20;  ///< bytes under way per connection and direction before `busy`
  /// Whether two hosts (the part of an endpoint before the port) can talk; empty: all can.
  std::function<bool(const std::string& from, const std::string& to)> reachable;
  /// Sees, and may change, each frame that is about to arrive; `cut` ends its connection instead, and what is in flight
  /// on it is lost.
  std::function<Fate(const std::string& from, const std::string& to, std::vector<std::uint8_t>& frame)> carry;
};

/// An internet in memory, in virtual time: connections, datagrams, latency, loss, partitions; one seed, one run.
///
/// Frames of a connection arrive in order or the connection ends; datagrams may overtake each other. A peer behind a
/// partition is noticed by silence: connections end with `timed_out` ten seconds after a frame could not pass. There
/// is no bandwidth: a frame of any size takes the same time. `done` of a send comes when at most 1 MiB is under way, so
/// what was answered with ok may still be lost.
class MemoryNetwork {
 public:
  explicit MemoryNetwork(VirtualClock& clock, std::uint64_t seed = 1) : clock_(clock), random_(seed) {}
  MemoryNetworkRules rules;
  /// Cuts all connections from or to endpoints of this host; both ends hear `io`.
  void cut(const std::string& host);
  /// Frames and datagrams that have arrived so far.
  std::uint64_t frames() const { return frames_; }
  std::uint64_t datagrams() const { return datagrams_; }

 private:
  friend class MemoryTransport;
  struct Port;
  struct Connection;
  using Octets = std::vector<std::uint8_t>;

  std::uint64_t latency();
  bool reachable(const std::string& from, const std::string& to) const;
  std::shared_ptr<Port> port_at(const std::string& endpoint) const;
  std::string free_port(const std::string& host);
  std::shared_ptr<Connection> connect(const std::shared_ptr<Port>& from, const std::string& to);
  void send_frame(const std::shared_ptr<Connection>& connection, int side, Octets frame, sdk::StatusFn done);
  void arrive(const std::shared_ptr<Connection>& connection, int side, Octets frame);
  void end(const std::shared_ptr<Connection>& connection, int side, const sdk::Status& why, std::uint64_t in_us);
  void end_both(const std::shared_ptr<Connection>& connection, const sdk::Status& why);
  void send_datagram(const std::shared_ptr<Port>& from, const std::string& to, Octets payload);

  VirtualClock& clock_;
  std::mt19937_64 random_;
  std::uint64_t frames_ = 0, datagrams_ = 0;
  std::uint32_t next_port_ = 49152;
  std::map<std::string, std::weak_ptr<Port>> ports_;
  std::vector<std::weak_ptr<Connection>> connections_;
};

}  // namespace p2pchat::test
