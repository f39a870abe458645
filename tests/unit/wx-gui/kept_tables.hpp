// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>
#include <p2pchat/tables.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace p2pchat::test {

/// `Tables` in memory. What is in them is read and written on the host's loop.
class KeptTables final : public sdk::Tables {
 public:
  explicit KeptTables(sdk::Host& host) : host_(host) {}
  std::map<std::string, std::string> entries;  ///< by `table/key`

  /// While set, what is asked waits, as with a slow store. Set before use, or on the loop.
  bool holds = false;
  /// Answers what waited. Thread: the loop's.
  void let_go() {
    holds = false;
    for (const auto& call : std::exchange(held_, {})) call();
  }

  void put(sdk::str table, sdk::bytes key, sdk::bytes value, sdk::StatusFn&& done) noexcept override {
    entries[name(table, key)] = value.text();
    host_.post([done = std::move(done)] { done({}); });
  }
  void get(sdk::str table, sdk::bytes key, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept override {
    later([this, at = name(table, key), done = std::move(done)] {
      const auto found = entries.find(at);
      if (found == entries.end()) return done({sdk::Errc::not_found, "no such entry"}, {});
      done({}, sdk::bytes::of(found->second));
    });
  }
  void erase(sdk::str table, sdk::bytes key, sdk::StatusFn&& done) noexcept override {
    entries.erase(name(table, key));
    host_.post([done = std::move(done)] { done({}); });
  }
  void scan(sdk::str table, sdk::bytes from, std::uint32_t limit, sdk::Fn<void(sdk::bytes, sdk::bytes)>&& each,
            sdk::StatusFn&& done) noexcept override {
    later([this, first = name(table, from), prefix = name(table, {}), limit, each = std::move(each),
           done = std::move(done)] {
      std::uint32_t count = 0;
      for (auto at = entries.lower_bound(first); at != entries.end() && at->first.starts_with(prefix); ++at)
        if (count++ < limit) each(sdk::bytes::of(at->first.substr(prefix.size())), sdk::bytes::of(at->second));
      done({});
    });
  }

 private:
  static std::string name(sdk::str table, sdk::bytes key) { return std::string(table) + "/" + std::string(key.text()); }
  void later(sdk::Fn<void()>&& call) {
    host_.post([this, call = std::move(call)]() mutable { holds ? held_.push_back(std::move(call)) : call(); });
  }
  sdk::Host& host_;
  std::vector<sdk::Fn<void()>> held_;
};

}  // namespace p2pchat::test
