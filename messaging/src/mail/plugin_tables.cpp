// SPDX-License-Identifier: MIT
#include "plugin_tables.hpp"

#include <vector>

namespace p2pchat::messaging {
namespace {

std::string kept(sdk::bytes octets) { return std::string(octets.text()); }
sdk::bytes lent(const std::string& octets) { return sdk::bytes::of(octets); }

}  // namespace

void PluginTables::put(sdk::str table, sdk::bytes key, sdk::bytes value, sdk::StatusFn&& done) noexcept {
  store_.write([table = name(table), key = kept(key),
                value = kept(value)](sdk::Store& store) { return store.put(table, lent(key), lent(value)); },
               std::move(done));
}

void PluginTables::get(sdk::str table, sdk::bytes key, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept {
  auto job = [table = name(table), key = kept(key)](sdk::Store& store, std::string& value) {
    sdk::OutTo out(value);
    return store.get(table, lent(key), out);
  };
  store_.read<std::string>(std::move(job), [done = std::move(done)](const sdk::Status& status, const auto& value) {
    if (done) done(status, lent(value));
  });
}

void PluginTables::erase(sdk::str table, sdk::bytes key, sdk::StatusFn&& done) noexcept {
  store_.write([table = name(table), key = kept(key)](sdk::Store& store) { return store.erase(table, lent(key)); },
               std::move(done));
}

void PluginTables::scan(sdk::str table, sdk::bytes from, std::uint32_t limit,
                        sdk::Fn<void(sdk::bytes, sdk::bytes)>&& each, sdk::StatusFn&& done) noexcept {
  using Entries = std::vector<std::pair<std::string, std::string>>;
  auto job = [table = name(table), from = kept(from), limit](sdk::Store& store, Entries& entries) {
    return store.scan(table, lent(from), limit, [&](sdk::bytes key, sdk::bytes value) -> std::uint32_t {
      entries.emplace_back(kept(key), kept(value));
      return 1;
    });
  };
  auto answer = [each = std::move(each), done = std::move(done)](const sdk::Status& status, const Entries& entries) {
    for (const auto& [key, value] : entries)
      if (each) each(lent(key), lent(value));
    if (done) done(status);
  };
  store_.read<Entries>(std::move(job), std::move(answer));
}

}  // namespace p2pchat::messaging
