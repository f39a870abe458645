// SPDX-License-Identifier: MIT
#include "support/memory_tables.hpp"

namespace p2pchat::test {

void MemoryTables::write(std::function<void()> change, sdk::StatusFn&& done) {
  host_.after(latency_ms, [this, change = std::move(change), done = std::move(done)]() mutable {
    if (disk_.is_dead()) return;
    const auto status = disk_.full ? sdk::Status(sdk::Errc::io, "the disk is full") : sdk::Status();
    if (status.ok()) {
      change();
      ++disk_.writes;
    }
    if (done) host_.post([done = std::move(done), status] { done(status); });
  });
}

void MemoryTables::put(sdk::str table, sdk::bytes key, sdk::bytes value, sdk::StatusFn&& done) noexcept {
  const std::pair place(std::string(table), std::string(key.text()));
  write([this, place, text = std::string(value.text())] { disk_.entries[place] = text; }, std::move(done));
}

void MemoryTables::erase(sdk::str table, sdk::bytes key, sdk::StatusFn&& done) noexcept {
  const std::pair place(std::string(table), std::string(key.text()));
  write([this, place] { disk_.entries.erase(place); }, std::move(done));
}

void MemoryTables::get(sdk::str table, sdk::bytes key, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept {
  const std::pair place(std::string(table), std::string(key.text()));
  host_.after(latency_ms, [this, place, done = std::move(done)] {
    const auto found = disk_.entries.find(place);
    if (!done) return;
    if (found == disk_.entries.end()) return done({sdk::Errc::not_found, "no such entry"}, {});
    const auto value = found->second;
    done({}, sdk::bytes::of(value));
  });
}

void MemoryTables::scan(sdk::str table, sdk::bytes from, std::uint32_t limit,
                        sdk::Fn<void(sdk::bytes, sdk::bytes)>&& each, sdk::StatusFn&& done) noexcept {
  const std::pair place(std::string(table), std::string(from.text()));
  host_.after(latency_ms, [this, place, limit, each = std::move(each), done = std::move(done)] {
    std::vector<std::pair<std::string, std::string>> found;
    for (auto at = disk_.entries.lower_bound(place); at != disk_.entries.end() && at->first.first == place.first; ++at)
      if (found.size() < limit) found.emplace_back(at->first.second, at->second);
    for (const auto& [key, value] : found) each(sdk::bytes::of(key), sdk::bytes::of(value));
    if (done) done({});
  });
}

}  // namespace p2pchat::test
