// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>
#include <p2pchat/tables.hpp>

#include <functional>
#include <map>
#include <string>

namespace p2pchat::test {

/// What the tables of one plugin hold: it outlives the process that wrote it.
struct TablesDisk {
  std::map<std::pair<std::string, std::string>, std::string> entries;
  std::size_t writes = 0;        ///< made durable so far
  std::size_t dies_after = ~0U;  ///< the write after which nothing more is written: the process is dead
  bool full = false;             ///< writes fail
  bool is_dead() const { return writes >= dies_after; }
};

/// `Tables` in memory. An entry is durable some milliseconds after `put`, and `done` comes later still, so that a crash
/// between the two can be tried. Everything is answered in order.
class MemoryTables final : public sdk::Tables {
 public:
  MemoryTables(sdk::Host& host, TablesDisk& disk) : host_(host), disk_(disk) {}
  std::uint64_t latency_ms = 2;
  void put(sdk::str table, sdk::bytes key, sdk::bytes value, sdk::StatusFn&& done) noexcept override;
  void get(sdk::str table, sdk::bytes key,
           sdk::Fn<void(const sdk::Status&, sdk::bytes value)>&& done) noexcept override;
  void erase(sdk::str table, sdk::bytes key, sdk::StatusFn&& done) noexcept override;
  void scan(sdk::str table, sdk::bytes from, std::uint32_t limit, sdk::Fn<void(sdk::bytes, sdk::bytes)>&& each,
            sdk::StatusFn&& done) noexcept override;

 private:
  void write(std::function<void()> change, sdk::StatusFn&& done);
  sdk::Host& host_;
  TablesDisk& disk_;
};

}  // namespace p2pchat::test
