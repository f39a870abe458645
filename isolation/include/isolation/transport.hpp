// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/method.hpp"

#include <p2pchat/transport.hpp>

namespace p2pchat::isolation {

template <>
struct MethodsOf<sdk::Transport>
    : Methods<&sdk::Transport::scheme, &sdk::Transport::max_frame, &sdk::Transport::listen, &sdk::Transport::send,
              &sdk::Transport::on_frame, &sdk::Transport::on_closed, &sdk::Transport::close,
              &sdk::Transport::send_datagram, &sdk::Transport::on_datagram, &sdk::Transport::on_unreachable> {};

template <class Carrier>
class Forwarder<sdk::Transport, Carrier> final : public Carrier {
  using T = sdk::Transport;
  using str = sdk::str;
  using bytes = sdk::bytes;
  using Carrier::carry;

 public:
  using Carrier::Carrier;
  str scheme() const override { return carry(method<&T::scheme>); }
  std::uint32_t max_frame() const override { return carry(method<&T::max_frame>); }
  sdk::Status listen(str endpoint, sdk::Out& bound) override { return carry(method<&T::listen>, endpoint, bound); }
  void send(str endpoint, bytes frame, sdk::StatusFn&& done) override {
    carry(method<&T::send>, endpoint, frame, std::move(done));
  }
  void on_frame(sdk::Fn<void(str, bytes)>&& f) override { carry(method<&T::on_frame>, std::move(f)); }
  void on_closed(sdk::Fn<void(str, const sdk::Status&)>&& f) override { carry(method<&T::on_closed>, std::move(f)); }
  void close(str endpoint) override { carry(method<&T::close>, endpoint); }
  void send_datagram(str endpoint, bytes payload) override { carry(method<&T::send_datagram>, endpoint, payload); }
  void on_datagram(sdk::Fn<void(str, bytes)>&& f) override { carry(method<&T::on_datagram>, std::move(f)); }
  void on_unreachable(sdk::Fn<void(str)>&& f) override { carry(method<&T::on_unreachable>, std::move(f)); }
};

}  // namespace p2pchat::isolation
