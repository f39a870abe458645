// SPDX-License-Identifier: MIT
#pragma once
#include "support/virtual_host.hpp"

#include <p2pchat/transport.hpp>

#include <set>

namespace p2pchat::test {

/// A datagram on its way.
struct Datagram {
  std::string from, to;
  std::vector<std::uint8_t> payload;
};

/// An internet of datagrams in virtual time; what it does follows from its seed.
class DatagramNetwork {
 public:
  using Handler = std::function<void(const std::string& from, sdk::bytes payload)>;

  explicit DatagramNetwork(VirtualClock& clock, std::uint64_t seed = 1) : clock_(clock), random_(seed) {}
  std::uint64_t min_latency_us = 10'000, max_latency_us = 40'000;  ///< one way
  std::uint32_t loss_percent = 0;
  /// Sees, and may change, each datagram that was sent; false loses it.
  std::function<bool(Datagram&)> tap;
  std::uint64_t datagrams = 0, bytes = 0;

  /// Sends as anybody: `from` is whatever the sender says.
  void send(Datagram datagram);
  /// Makes an endpoint hear what is sent to a multicast group, its own datagrams included.
  void join(const std::string& group, const std::string& endpoint) { groups_[group].insert(endpoint); }
  /// Hears what is sent to an endpoint; an empty handler leaves.
  void attach(const std::string& endpoint, Handler handler);
  VirtualClock& clock() { return clock_; }

 private:
  VirtualClock& clock_;
  std::mt19937_64 random_;
  std::map<std::string, Handler> handlers_;
  std::map<std::string, std::set<std::string>> groups_;
};

/// The datagram half of `sdk::Transport` on a `DatagramNetwork`. Names in `names` resolve as a host name would.
class DatagramTransport final : public sdk::Transport {
 public:
  DatagramTransport(DatagramNetwork& network, std::string endpoint);
  ~DatagramTransport();
  std::map<std::string, std::string> names;
  /// Tells the node that the network calls an endpoint unreachable.
  void report_unreachable(const std::string& endpoint) const { unreachable_(endpoint); }

  sdk::str scheme() const override { return "datagrams"; }
  std::uint32_t max_frame() const override { return 0; }
  sdk::Status listen(sdk::str, sdk::Out&) override { return {}; }
  void send(sdk::str, sdk::bytes, sdk::StatusFn&&) override {}
  void on_frame(sdk::Fn<void(sdk::str, sdk::bytes)>&&) override {}
  void on_closed(sdk::Fn<void(sdk::str, const sdk::Status&)>&&) override {}
  void close(sdk::str) override {}
  void send_datagram(sdk::str endpoint, sdk::bytes payload) override;
  void on_datagram(sdk::Fn<void(sdk::str, sdk::bytes)>&& f) override { heard_ = std::move(f); }
  void on_unreachable(sdk::Fn<void(sdk::str)>&& f) override { unreachable_ = std::move(f); }

 private:
  DatagramNetwork& network_;
  const std::string endpoint_;
  sdk::Fn<void(sdk::str, sdk::bytes)> heard_;
  sdk::Fn<void(sdk::str)> unreachable_;
};

}  // namespace p2pchat::test
