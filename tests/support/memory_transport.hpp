// SPDX-License-Identifier: MIT
#pragma once
#include "support/memory_network.hpp"

namespace p2pchat::test {

/// A transport over a `MemoryNetwork`. Destroying it is a crash: its peers hear `io`, it hears nothing more.
///
/// `home` is what an empty `listen` takes; port 0 takes any free one. Connections go out from ports of their own, so
/// the other side sees an endpoint that nobody listens on, as with TCP. Without `listen` it can still dial, from
/// `192.0.2.1`. Both sides of a connection hear `on_closed`, also the one that called `close`.
class MemoryTransport final : public sdk::Transport {
 public:
  MemoryTransport(MemoryNetwork& network, sdk::Host& host, std::string home = "127.0.0.1:0");
  ~MemoryTransport();
  sdk::str scheme() const override { return "memory"; }
  std::uint32_t max_frame() const override { return network_.rules.max_frame; }
  sdk::Status listen(sdk::str endpoint, sdk::Out& bound) override;
  void send(sdk::str endpoint, sdk::bytes frame, sdk::StatusFn&& done) override;
  void on_frame(sdk::Fn<void(sdk::str, sdk::bytes)>&& f) override;
  void on_closed(sdk::Fn<void(sdk::str, const sdk::Status&)>&& f) override;
  void close(sdk::str endpoint) override;
  void send_datagram(sdk::str endpoint, sdk::bytes payload) override;
  void on_datagram(sdk::Fn<void(sdk::str, sdk::bytes)>&& f) override;
  void on_unreachable(sdk::Fn<void(sdk::str)>&& f) override;
  /// The first endpoint bound, empty before `listen`.
  std::string endpoint() const;

 private:
  void answer(sdk::StatusFn&& done, const sdk::Status& status, std::uint64_t in_us = 0);
  MemoryNetwork& network_;
  sdk::Host& host_;
  const std::string home_;
  std::shared_ptr<MemoryNetwork::Port> port_;
};

}  // namespace p2pchat::test
