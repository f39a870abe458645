// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace p2pchat::bottle {

/// At most so many events in any hour for each key. Holds a bounded number of keys; whoever was longest without an
/// event makes room. Keys have no spaces or newlines.
class HourlyLimit {
 public:
  HourlyLimit(std::uint32_t per_hour, std::size_t most_keys) : per_hour_(per_hour), most_keys_(most_keys) {}
  /// Whether one more may happen now.
  bool has_room(const std::string& key, std::uint64_t now_ms) const;
  /// Counts one, whether there was room or not.
  void take(const std::string& key, std::uint64_t now_ms);
  std::size_t size() const { return keys_.size(); }
  /// What counts still, newest last: a line `key time...` each. At most `most_bytes`; the oldest are left out.
  std::string snapshot(std::uint64_t now_ms, std::size_t most_bytes) const;
  /// Counts again what a snapshot says; lines that are none, and times after now, are left out.
  void restore(std::string_view text, std::uint64_t now_ms);

 private:
  struct Entry {
    std::string key;
    std::vector<std::uint64_t> times_ms;  // oldest first, at most `per_hour_`
  };
  std::uint32_t per_hour_;
  std::size_t most_keys_;
  std::list<Entry> order_;  // by the newest event, oldest first
  std::unordered_map<std::string, std::list<Entry>::iterator> keys_;
};

}  // namespace p2pchat::bottle
