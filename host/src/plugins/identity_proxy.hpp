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
    carry(method<&I::self>, std::move(done));
  }
  void sign(bytes message, sdk::Fn<void(const Status&, bytes)>&& done) noexcept override {
    carry(method<&I::sign>, message, std::move(done));
  }
  void open(bytes aad, bytes sealed, sdk::Fn<void(const Status&, bytes)>&& done) noexcept override {
    carry(method<&I::open>, aad, sealed, std::move(done));
  }
  void delegate(u64 expiry_ms, sdk::Fn<void(const Status&, bytes, bytes)>&& done) noexcept override {
    carry(method<&I::delegate>, expiry_ms, std::move(done));
  }
};

}  // namespace p2pchat::host
