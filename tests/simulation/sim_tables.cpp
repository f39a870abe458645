// SPDX-License-Identifier: MIT
#include "sim_tables.hpp"

namespace p2pchat::simulation {
namespace {

constexpr std::uint64_t disk_ms = 2;

std::vector<std::uint8_t> octets(sdk::bytes b) { return {b.ptr, b.ptr + b.len}; }

}  // namespace

void SimTables::answer(sdk::StatusFn&& done) {
  if (done) host_.after(disk_ms, [done = std::move(done)] { done({}); });
}

std::vector<std::uint8_t> SimTables::entry(const std::string& table, const std::vector<std::uint8_t>& key) const {
  const auto entries = disk_.find(table);
  if (entries == disk_.end()) return {};
  const auto found = entries->second.find(key);
  return found == entries->second.end() ? std::vector<std::uint8_t>() : found->second;
}

void SimTables::put(sdk::str table, sdk::bytes key, sdk::bytes value, sdk::StatusFn&& done) noexcept {
  disk_[std::string(table)].insert_or_assign(octets(key), octets(value));
  answer(std::move(done));
}

void SimTables::get(sdk::str table, sdk::bytes key, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept {
  const auto& entries = disk_[std::string(table)];
  const auto found = entries.find(octets(key));
  if (!done) return;
  if (found == entries.end()) {
    host_.after(disk_ms, [done = std::move(done)] { done({sdk::Errc::not_found, "no such entry"}, {}); });
    return;
  }
  host_.after(disk_ms, [done = std::move(done), value = found->second] { done({}, value); });
}

void SimTables::erase(sdk::str table, sdk::bytes key, sdk::StatusFn&& done) noexcept {
  disk_[std::string(table)].erase(octets(key));
  answer(std::move(done));
}

void SimTables::scan(sdk::str table, sdk::bytes from, std::uint32_t limit, sdk::Fn<void(sdk::bytes, sdk::bytes)>&& each,
                     sdk::StatusFn&& done) noexcept {
  std::vector<std::pair<std::vector<std::uint8_t>, std::vector<std::uint8_t>>> found;
  const auto& entries = disk_[std::string(table)];
  for (auto at = entries.lower_bound(octets(from)); at != entries.end() && found.size() < limit; ++at)
    found.push_back(*at);
  host_.after(disk_ms, [found = std::move(found), each = std::move(each), done = std::move(done)] {
    for (const auto& [key, value] : found) each(key, value);
    if (done) done({});
  });
}

}  // namespace p2pchat::simulation
