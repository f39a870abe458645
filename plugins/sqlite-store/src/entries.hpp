// SPDX-License-Identifier: MIT
#pragma once
#include "database.hpp"

#include <p2pchat/fn.hpp>

namespace p2pchat::sqlite_store {

/// The named key-value tables, all in one table of SQLite.
class Entries {
 public:
  explicit Entries(Database& database) : database_(database) {}

  sdk::Status put(sdk::str table, sdk::bytes key, sdk::bytes value);
  sdk::Status get(sdk::str table, sdk::bytes key, sdk::Out& value);
  sdk::Status erase(sdk::str table, sdk::bytes key);
  sdk::Status scan(sdk::str table, sdk::bytes from, std::uint32_t limit,
                   const sdk::Fn<std::uint32_t(sdk::bytes key, sdk::bytes value)>& each);

 private:
  Database& database_;
};

}  // namespace p2pchat::sqlite_store
