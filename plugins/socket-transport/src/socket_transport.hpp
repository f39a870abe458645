// SPDX-License-Identifier: MIT
#pragma once
#include "connections.hpp"
#include "datagram_watch.hpp"
#include "engine.hpp"
#include "inbox.hpp"
#include "name_cache.hpp"
#include "settings.hpp"

#include <p2pchat/plugin.hpp>
#include <p2pchat/transport.hpp>

#include <memory>
#include <vector>

namespace p2pchat::socket_transport {

/// Frames over TCP, datagrams over UDP; docs/protocol/framing.md has the bytes.
///
/// One thread waits for sockets and reads; the loop decides and writes. Not before `start` and not after `stop` does
/// any call have an effect; what is sent after `stop` is dropped with its `done`.
class SocketTransport final : public sdk::PluginOf<SocketTransport, sdk::Transport> {
 public:
  using PluginOf::PluginOf;
  sdk::Status start() override;
  void stop() noexcept override;

  sdk::str scheme() const override { return "socket"; }
  std::uint32_t max_frame() const override { return settings_.max_frame; }
  sdk::Status listen(sdk::str endpoint, sdk::Out& bound) override;
  void send(sdk::str endpoint, sdk::bytes frame, sdk::StatusFn&& done) override;
  void on_frame(sdk::Fn<void(sdk::str, sdk::bytes)>&& f) override { ears_.frame = std::move(f); }
  void on_closed(sdk::Fn<void(sdk::str, const sdk::Status&)>&& f) override { ears_.closed = std::move(f); }
  void close(sdk::str endpoint) override;
  void send_datagram(sdk::str endpoint, sdk::bytes payload) override;
  void on_datagram(sdk::Fn<void(sdk::str, sdk::bytes)>&& f) override { ears_.datagram = std::move(f); }
  void on_unreachable(sdk::Fn<void(sdk::str)>&& f) override { on_unreachable_ = std::move(f); }

 private:
  struct Running;
  void drain();
  void handle(const Event& event, std::span<const std::uint8_t> octets);
  void tell_listening();
  void map_ports(std::string_view verdict);
  void mapped(const std::string& gateway, std::uint16_t port, bool is_open);
  void on_event(std::string_view topic, sdk::bytes detail);
  /// The datagram socket to reach a place from; null when this node does not listen in that family.
  const Listening* socket_for(const Endpoint& to) const;
  /// Notices, and tells, whether datagrams come through.
  void watch(const Endpoint& to);
  void send_to(const Endpoint& to, sdk::bytes payload);
  void send_to_members(const Listening& from, const Endpoint& group, sdk::bytes payload);
  /// The socket that hears a group; -1 when there can be none.
  int hearing(const Endpoint& group);

  Settings settings_;
  Ears ears_;
  DatagramWatch datagrams_;
  sdk::Fn<void(sdk::str)> on_unreachable_;
  std::shared_ptr<Running> running_;  // null unless started
  std::shared_ptr<Running> stopped_;  // what it posted may still be called, and finds nothing to do
};

}  // namespace p2pchat::socket_transport
