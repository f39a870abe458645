// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/crossing.hpp"

#include <p2pchat/tables.hpp>

namespace p2pchat::host {

/// The host's `Tables` as their plugin sees them.
class TablesProxy final : public ProxyOf<sdk::Tables, Tag::loop> {
  using T = sdk::Tables;

 public:
  using ProxyOf::ProxyOf;
  void put(str table, bytes key, bytes value, sdk::StatusFn&& done) noexcept override {
    ask("Tables::put", std::move(done), &T::put, table, key, value);
  }
  void get(str table, bytes key, sdk::Fn<void(const Status&, bytes)>&& done) noexcept override {
    ask("Tables::get", std::move(done), &T::get, table, key);
  }
  void erase(str table, bytes key, sdk::StatusFn&& done) noexcept override {
    ask("Tables::erase", std::move(done), &T::erase, table, key);
  }
  void scan(str table, bytes from, u32 limit, sdk::Fn<void(bytes, bytes)>&& each,
            sdk::StatusFn&& done) noexcept override {
    ask("Tables::scan", std::move(done), &T::scan, table, from, limit, listener("Tables::scan", std::move(each)));
  }
};

}  // namespace p2pchat::host
