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
  Status listen(str endpoint, Out& bound) override { return carry(method<&T::listen>, endpoint, bound); }
  void send(str endpoint, bytes frame, sdk::StatusFn&& done) override {
    carry(method<&T::send>, endpoint, frame, std::move(done));
  }
  void on_frame(sdk::Fn<void(str, bytes)>&& f) override { carry(method<&T::on_frame>, std::move(f)); }
  void on_closed(sdk::Fn<void(str, const Status&)>&& f) override { carry(method<&T::on_closed>, std::move(f)); }
  void close(str endpoint) override { carry(method<&T::close>, endpoint); }
  void send_datagram(str endpoint, bytes payload) override { carry(method<&T::send_datagram>, endpoint, payload); }
  void on_datagram(sdk::Fn<void(str, bytes)>&& f) override { carry(method<&T::on_datagram>, std::move(f)); }
  void on_unreachable(sdk::Fn<void(str)>&& f) override { carry(method<&T::on_unreachable>, std::move(f)); }
};

}  // namespace p2pchat::host
