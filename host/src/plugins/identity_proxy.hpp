// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/crossing.hpp"

#include <p2pchat/identity.hpp>

namespace p2pchat::host {

/// The host's `Identity` as a plugin sees it.
class IdentityProxy final : public ProxyOf<sdk::Identity, Tag::loop> {
  using I = sdk::Identity;

 public:
  using ProxyOf::ProxyOf;
  void self(sdk::Fn<void(const Status&, const Id&, bytes)>&& done) noexcept override {
    ask("Identity::self", std::move(done), &I::self);
  }
  void sign(bytes message, sdk::Fn<void(const Status&, bytes)>&& done) noexcept override {
    ask("Identity::sign", std::move(done), &I::sign, message);
  }
  void open(bytes aad, bytes sealed, sdk::Fn<void(const Status&, bytes)>&& done) noexcept override {
    ask("Identity::open", std::move(done), &I::open, aad, sealed);
  }
  void delegate(u64 expiry_ms, sdk::Fn<void(const Status&, bytes, bytes)>&& done) noexcept override {
    ask("Identity::delegate", std::move(done), &I::delegate, expiry_ms);
  }
};

}  // namespace p2pchat::host
