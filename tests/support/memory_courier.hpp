// SPDX-License-Identifier: MIT
#pragma once
#include "support/virtual_host.hpp"

#include <p2pchat/network.hpp>

#include <set>

namespace p2pchat::test {

class CourierNetwork;

/// Carries signed messages between nodes in virtual time, as sessions would: in order between two nodes, the sender
/// proven. What was answered with ok may still be lost, when the receiver vanishes meanwhile.
class MemoryCourier {
 public:
  enum class Fate { deliver, lose };
  explicit MemoryCourier(VirtualClock& clock) : clock_(clock) {}
  std::uint64_t latency_ms = 5, unreachable_ms = 3'000;
  /// Whether one node reaches another; empty: all do.
  std::function<bool(const sdk::Id& from, const sdk::Id& to)> reachable;
  /// Sees, and may change, each message that is about to arrive.
  std::function<Fate(const sdk::Id& from, const sdk::Id& to, const std::string& type, std::string& body)> carry;
  /// Messages that arrived, by type.
  std::map<std::string, std::size_t> arrived;
  /// Has a node receive a message that nobody's plugin sent.
  void deliver(const sdk::Id& from, const sdk::Id& to, const std::string& type, std::string body);

 private:
  friend class CourierNetwork;
  void send(CourierNetwork& from, const sdk::Id& to, std::string type, std::string body, sdk::StatusFn&& done);
  void meet(const sdk::Id& a, const sdk::Id& b);

  VirtualClock& clock_;
  std::map<sdk::Id, CourierNetwork*> nodes_;
  std::set<std::pair<sdk::Id, sdk::Id>> met_;
};

/// The `Network` of one node. Destroying it is a crash: its peers hear `peer.offline`, it hears nothing more.
class CourierNetwork final : public sdk::Network {
 public:
  CourierNetwork(MemoryCourier& courier, sdk::Host& host, const sdk::Id& me);
  ~CourierNetwork();
  void send(const sdk::Id& to, sdk::str type, sdk::str body, sdk::StatusFn&& done) noexcept override;
  sdk::Status on_message(sdk::str type, sdk::Fn<void(const sdk::Id&, std::uint64_t, sdk::str)>&& f) noexcept override;
  void peers(const sdk::Fn<void(const sdk::Peer&)>& each) noexcept override;

 private:
  friend class MemoryCourier;
  MemoryCourier& courier_;
  sdk::Host& host_;
  const sdk::Id me_;
  std::map<std::string, sdk::Fn<void(const sdk::Id&, std::uint64_t, sdk::str)>> listeners_;
};

}  // namespace p2pchat::test
