// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>
#include <p2pchat/tables.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace p2pchat::bottle {

/// A plugin's durable tables: written entry by entry, read whole at the start. Thread: [loop].
class Ledger {
 public:
  /// Takes one entry back into memory; false when it cannot be read.
  using EachFn = std::function<bool(sdk::bytes key, sdk::bytes value)>;
  struct Chapter {
    std::string table;
    EachFn each;
  };

  Ledger(sdk::Host& host, sdk::Tables& tables) : host_(host), tables_(tables) {}
  /// Sets an entry; `done` when it is durable. Where nobody waits, a failure is told in the log.
  void put(sdk::str table, sdk::bytes key, sdk::bytes value, sdk::StatusFn done);
  void erase(sdk::str table, sdk::bytes key);
  /// Reads tables one after the other, then calls `done`. Entries that cannot be read are left out and told in the log.
  void read(std::vector<Chapter> chapters, std::function<void(const sdk::Status&)> done);

 private:
  struct Reading;
  sdk::StatusFn told(sdk::StatusFn done);
  void read_page(std::shared_ptr<Reading> reading);

  sdk::Host& host_;
  sdk::Tables& tables_;
};

}  // namespace p2pchat::bottle
