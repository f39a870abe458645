// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/crossing.hpp"

namespace p2pchat::host {

/// The host's `Network` as a plugin sees it.
class NetworkProxy final : public ProxyOf<sdk::Network, Tag::loop> {
  using N = sdk::Network;

 public:
  using ProxyOf::ProxyOf;
  void send(const Id& to, str type, str body, sdk::StatusFn&& done) noexcept override {
    ask("Network::send", std::move(done), &N::send, to, type, body);
  }
  Status on_message(str type, sdk::Fn<void(const Id&, u64, str)>&& f) noexcept override {
    return pass("Network::on_message", &N::on_message, type, listener("Network::on_message", std::move(f)));
  }
  void peers(const sdk::Fn<void(const sdk::Peer&)>& each) noexcept override {
    (void)pass("Network::peers", &N::peers, each);
  }
};

}  // namespace p2pchat::host
