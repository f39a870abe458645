// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/method.hpp"

#include <p2pchat/identity.hpp>

namespace p2pchat::isolation {

template <>
struct MethodsOf<sdk::Identity>
    : Methods<&sdk::Identity::self, &sdk::Identity::sign, &sdk::Identity::open, &sdk::Identity::delegate> {};

template <class Carrier>
class Forwarder<sdk::Identity, Carrier> final : public Carrier {
  using I = sdk::Identity;
  using Status = sdk::Status;
  using bytes = sdk::bytes;
  using Carrier::carry;

 public:
  using Carrier::Carrier;
  void self(sdk::Fn<void(const Status&, const sdk::Id&, bytes)>&& done) noexcept override {
    carry(method<&I::self>, std::move(done));
  }
  void sign(bytes message, sdk::Fn<void(const Status&, bytes)>&& done) noexcept override {
    carry(method<&I::sign>, message, std::move(done));
  }
  void open(bytes aad, bytes sealed, sdk::Fn<void(const Status&, bytes)>&& done) noexcept override {
    carry(method<&I::open>, aad, sealed, std::move(done));
  }
  void delegate(std::uint64_t expiry_ms, sdk::Fn<void(const Status&, bytes, bytes)>&& done) noexcept override {
    carry(method<&I::delegate>, expiry_ms, std::move(done));
  }
};

}  // namespace p2pchat::isolation
