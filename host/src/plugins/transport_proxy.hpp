// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/crossing.hpp"

#include <p2pchat/transport.hpp>

namespace p2pchat::host {

/// `Transport` of one plugin as another sees it.
class TransportProxy final : public ProxyOf<sdk::Transport, Tag::loop> {
  using T = sdk::Transport;

 public:
  using ProxyOf::ProxyOf;
  str scheme() const override { return pass("Transport::scheme", &T::scheme); }
  u32 max_frame() const override { return pass("Transport::max_frame", &T::max_frame); }
  Status listen(str endpoint, Out& bound) override { return pass("Transport::listen", &T::listen, endpoint, bound); }
  void send(str endpoint, bytes frame, sdk::StatusFn&& done) override {
    ask("Transport::send", std::move(done), &T::send, endpoint, frame);
  }
  void on_frame(sdk::Fn<void(str, bytes)>&& f) override { hear("Transport::on_frame", std::move(f), &T::on_frame); }
  void on_closed(sdk::Fn<void(str, const Status&)>&& f) override {
    hear("Transport::on_closed", std::move(f), &T::on_closed);
  }
  void close(str endpoint) override { (void)pass("Transport::close", &T::close, endpoint); }
  void send_datagram(str endpoint, bytes payload) override {
    (void)pass("Transport::send_datagram", &T::send_datagram, endpoint, payload);
  }
  void on_datagram(sdk::Fn<void(str, bytes)>&& f) override {
    hear("Transport::on_datagram", std::move(f), &T::on_datagram);
  }
  void on_unreachable(sdk::Fn<void(str)>&& f) override {
    hear("Transport::on_unreachable", std::move(f), &T::on_unreachable);
  }
};

}  // namespace p2pchat::host
