// SPDX-License-Identifier: MIT
#pragma once
#include "connections.hpp"

#include <p2pchat/plugin.hpp>
#include <p2pchat/transport.hpp>

namespace p2pchat::local_transport {

/// Frames and datagrams over sockets that lie in one folder: for people, containers and tests of one machine.
/// docs/protocol/framing.md has the bytes, which are those of socket-transport.
///
/// Endpoints are `local:NAME`. One thread waits for sockets and reads; the loop decides and writes. Not before `start`
/// and not after `stop` does any call have an effect; what is sent after `stop` is dropped with its `done`.
class LocalTransport final : public sdk::PluginOf<LocalTransport, sdk::Transport> {
 public:
  using PluginOf::PluginOf;
  sdk::Status start() override;
  void stop() noexcept override;

  sdk::str scheme() const override { return "local"; }
  std::uint32_t max_frame() const override { return settings_.max_frame; }
  sdk::Status listen(sdk::str endpoint, sdk::Out& bound) override;
  void send(sdk::str endpoint, sdk::bytes frame, sdk::StatusFn&& done) override;
  void on_frame(sdk::Fn<void(sdk::str, sdk::bytes)>&& f) override { ears_.frame = std::move(f); }
  void on_closed(sdk::Fn<void(sdk::str, const sdk::Status&)>&& f) override { ears_.closed = std::move(f); }
  void close(sdk::str endpoint) override;
  void send_datagram(sdk::str endpoint, sdk::bytes payload) override;
  void on_datagram(sdk::Fn<void(sdk::str, sdk::bytes)>&& f) override { on_datagram_ = std::move(f); }
  void on_unreachable(sdk::Fn<void(sdk::str)>&& f) override { on_unreachable_ = std::move(f); }

 private:
  struct Running;
  void drain();
  void handle(const Event& event, std::span<const std::uint8_t> octets);
  void send_to(const std::string& name, sdk::bytes payload);

  Settings settings_;
  Folder folder_;
  Ears ears_;
  sdk::Fn<void(sdk::str, sdk::bytes)> on_datagram_;
  sdk::Fn<void(sdk::str)> on_unreachable_;
  std::shared_ptr<Running> running_;  // null unless started
  std::shared_ptr<Running> stopped_;  // what it posted may still be called, and finds nothing to do
};

}  // namespace p2pchat::local_transport
