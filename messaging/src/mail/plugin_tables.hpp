// SPDX-License-Identifier: MIT
#pragma once
#include "store_access.hpp"

#include <p2pchat/tables.hpp>

#include <string>

namespace p2pchat::messaging {

/// The tables of one plugin: names are prefixed with its id, so that it sees no others. Thread: [loop].
class PluginTables final : public sdk::Tables {
 public:
  PluginTables(StoreAccess& store, std::string_view plugin_id) : store_(store), prefix_(plugin_id) { prefix_ += '/'; }

  void put(sdk::str table, sdk::bytes key, sdk::bytes value, sdk::StatusFn&& done) noexcept override;
  void get(sdk::str table, sdk::bytes key, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept override;
  void erase(sdk::str table, sdk::bytes key, sdk::StatusFn&& done) noexcept override;
  void scan(sdk::str table, sdk::bytes from, std::uint32_t limit, sdk::Fn<void(sdk::bytes, sdk::bytes)>&& each,
            sdk::StatusFn&& done) noexcept override;

 private:
  std::string name(sdk::str table) const { return prefix_ + std::string(table); }
  StoreAccess& store_;
  std::string prefix_;
};

}  // namespace p2pchat::messaging
