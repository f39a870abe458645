// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/method.hpp"

#include <p2pchat/network.hpp>

namespace p2pchat::isolation {

template <>
struct MethodsOf<sdk::Network> : Methods<&sdk::Network::send, &sdk::Network::on_message, &sdk::Network::peers> {};

template <class Carrier>
class Forwarder<sdk::Network, Carrier> final : public Carrier {
  using N = sdk::Network;
  using str = sdk::str;
  using Carrier::carry;

 public:
  using Carrier::Carrier;
  void send(const sdk::Id& to, str type, str body, sdk::StatusFn&& done) noexcept override {
    carry(method<&N::send>, to, type, body, std::move(done));
  }
  sdk::Status on_message(str type, sdk::Fn<void(const sdk::Id&, std::uint64_t, str)>&& f) noexcept override {
    return carry(method<&N::on_message>, type, std::move(f));
  }
  void peers(const sdk::Fn<void(const sdk::Peer&)>& each) noexcept override { carry(method<&N::peers>, each); }
};

}  // namespace p2pchat::isolation
