// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/method.hpp"

#include <p2pchat/tables.hpp>

namespace p2pchat::isolation {

template <>
struct MethodsOf<sdk::Tables> : Methods<&sdk::Tables::put, &sdk::Tables::get, &sdk::Tables::erase, &sdk::Tables::scan> {
};

template <class Carrier>
class Forwarder<sdk::Tables, Carrier> final : public Carrier {
  using T = sdk::Tables;
  using str = sdk::str;
  using bytes = sdk::bytes;
  using Carrier::carry;

 public:
  using Carrier::Carrier;
  void put(str table, bytes key, bytes value, sdk::StatusFn&& done) noexcept override {
    carry(method<&T::put>, table, key, value, std::move(done));
  }
  void get(str table, bytes key, sdk::Fn<void(const sdk::Status&, bytes)>&& done) noexcept override {
    carry(method<&T::get>, table, key, std::move(done));
  }
  void erase(str table, bytes key, sdk::StatusFn&& done) noexcept override {
    carry(method<&T::erase>, table, key, std::move(done));
  }
  void scan(str table, bytes from, std::uint32_t limit, sdk::Fn<void(bytes, bytes)>&& each,
            sdk::StatusFn&& done) noexcept override {
    carry(method<&T::scan>, table, from, limit, std::move(each), std::move(done));
  }
};

}  // namespace p2pchat::isolation
