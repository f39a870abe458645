// SPDX-License-Identifier: MIT
#include "bottle/seen_cache.hpp"

#include <algorithm>

namespace p2pchat::bottle {

std::vector<SeenKey> SeenCache::add(const SeenKey& key, std::uint64_t expiry_ms, std::uint64_t now_ms) {
  restore(key, std::max(now_ms + seen_for_ms, expiry_ms));
  std::vector<SeenKey> gone;
  while (until_ms_.size() > most_) gone.push_back(drop_first());
  return gone;
}

std::vector<SeenKey> SeenCache::expire(std::uint64_t now_ms) {
  std::vector<SeenKey> gone;
  while (!by_time_.empty() && by_time_.begin()->first <= now_ms) gone.push_back(drop_first());
  return gone;
}

std::optional<std::uint64_t> SeenCache::until_ms(const SeenKey& key) const {
  const auto found = until_ms_.find(key);
  if (found == until_ms_.end()) return std::nullopt;
  return found->second;
}

void SeenCache::restore(const SeenKey& key, std::uint64_t until_ms) {
  const auto [entry, is_new] = until_ms_.try_emplace(key, until_ms);
  if (!is_new) by_time_.erase({entry->second, key});
  entry->second = until_ms;
  by_time_.insert({until_ms, key});
}

SeenKey SeenCache::drop_first() {
  const auto key = by_time_.begin()->second;
  by_time_.erase(by_time_.begin());
  until_ms_.erase(key);
  return key;
}

std::array<std::uint8_t, 64> seen_row(const SeenKey& key) {
  std::array<std::uint8_t, 64> row{};
  std::copy_n(key.sender.b, 32, row.begin());
  std::copy_n(key.bottle.b, 32, row.begin() + 32);
  return row;
}

std::array<std::uint8_t, 8> seen_value(std::uint64_t until_ms) {
  std::array<std::uint8_t, 8> value{};
  for (std::size_t i = 0; i < value.size(); ++i) value[7 - i] = static_cast<std::uint8_t>(until_ms >> i * 8);
  return value;
}

std::optional<SeenKey> read_seen_row(sdk::bytes row) {
  if (row.len != 64) return std::nullopt;
  SeenKey key;
  std::copy_n(row.ptr, 32, key.sender.b);
  std::copy_n(row.ptr + 32, 32, key.bottle.b);
  return key;
}

std::optional<std::uint64_t> read_seen_value(sdk::bytes value) {
  if (value.len != 8) return std::nullopt;
  std::uint64_t until_ms = 0;
  for (const auto octet : std::span<const std::uint8_t>(value)) until_ms = until_ms << 8 | octet;
  return until_ms;
}

}  // namespace p2pchat::bottle
