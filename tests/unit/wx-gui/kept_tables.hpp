// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>
#include <p2pchat/tables.hpp>

#include <map>
#include <string>

namespace p2pchat::test {

/// `Tables` in memory. What is in them is read and written on the host's loop.
class KeptTables final : public sdk::Tables {
 public:
  explicit KeptTables(sdk::Host& host) : host_(host) {}
  std::map<std::string, std::string> entries;  ///< by `table/key`

  void put(sdk::str table, sdk::bytes key, sdk::bytes value, sdk::StatusFn&& done) noexcept override {
    entries[name(table, key)] = value.text();
    host_.post([done = std::move(done)] { done({}); });
  }
  void get(sdk::str table, sdk::bytes key, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept override {
    host_.post([this, at = name(table, key), done = std::move(done)] {
      const auto found = entries.find(at);
      if (found == entries.end()) return done({sdk::Errc::not_found, "no such entry"}, {});
      done({}, sdk::bytes::of(found->second));
    });
  }
  void erase(sdk::str table, sdk::bytes key, sdk::StatusFn&& done) noexcept override {
    entries.erase(name(table, key));
    host_.post([done = std::move(done)] { done({}); });
  }
  void scan(sdk::str, sdk::bytes, std::uint32_t, sdk::Fn<void(sdk::bytes, sdk::bytes)>&&,
            sdk::StatusFn&& done) noexcept override {
    host_.post([done = std::move(done)] { done({sdk::Errc::unsupported, "not needed here"}); });
  }

 private:
  static std::string name(sdk::str table, sdk::bytes key) { return std::string(table) + "/" + std::string(key.text()); }
  sdk::Host& host_;
};

}  // namespace p2pchat::test
