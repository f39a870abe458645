// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>
#include <p2pchat/tables.hpp>

#include <map>
#include <string>
#include <vector>

namespace p2pchat::simulation {

/// A disk in memory: it outlives the node that writes it.
using Disk = std::map<std::string, std::map<std::vector<std::uint8_t>, std::vector<std::uint8_t>>>;

/// The tables of a node on its disk. A change is on the disk at once and said to be durable 2 ms later, in order.
class SimTables final : public sdk::Tables {
 public:
  SimTables(sdk::Host& host, Disk& disk) : host_(host), disk_(disk) {}
  void put(sdk::str table, sdk::bytes key, sdk::bytes value, sdk::StatusFn&& done) noexcept override;
  void get(sdk::str table, sdk::bytes key,
           sdk::Fn<void(const sdk::Status&, sdk::bytes value)>&& done) noexcept override;
  void erase(sdk::str table, sdk::bytes key, sdk::StatusFn&& done) noexcept override;
  void scan(sdk::str table, sdk::bytes from, std::uint32_t limit,
            sdk::Fn<void(sdk::bytes key, sdk::bytes value)>&& each, sdk::StatusFn&& done) noexcept override;

  /// What is on the disk now; empty when there is no such entry.
  std::vector<std::uint8_t> entry(const std::string& table, const std::vector<std::uint8_t>& key) const;

 private:
  void answer(sdk::StatusFn&& done);
  sdk::Host& host_;
  Disk& disk_;
};

}  // namespace p2pchat::simulation
