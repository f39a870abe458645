// SPDX-License-Identifier: MIT
#include "bottle/hourly_limit.hpp"

#include <algorithm>
#include <charconv>

namespace p2pchat::bottle {
namespace {

constexpr std::uint64_t hour_ms = 3600 * 1000;

bool counts(std::uint64_t time_ms, std::uint64_t now_ms) { return time_ms + hour_ms > now_ms; }

/// Cuts the part before the first `end` off a text.
std::string_view cut(std::string_view& text, char end) {
  const auto at = std::min(text.find(end), text.size());
  const auto part = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return part;
}

}  // namespace

bool HourlyLimit::has_room(const std::string& key, std::uint64_t now_ms) const {
  const auto found = keys_.find(key);
  if (found == keys_.end()) return per_hour_ > 0;
  const auto& times = found->second->times_ms;
  return times.size() < per_hour_ || !counts(times.front(), now_ms);
}

void HourlyLimit::take(const std::string& key, std::uint64_t now_ms) {
  auto [entry, is_new] = keys_.try_emplace(key, order_.end());
  if (is_new)
    entry->second = order_.insert(order_.end(), {.key = key, .times_ms = {}});
  else
    order_.splice(order_.end(), order_, entry->second);
  auto& times = entry->second->times_ms;
  times.push_back(now_ms);
  if (times.size() > per_hour_) times.erase(times.begin());
  while (keys_.size() > most_keys_) {
    keys_.erase(order_.front().key);
    order_.pop_front();
  }
}

std::string HourlyLimit::snapshot(std::uint64_t now_ms, std::size_t most_bytes) const {
  std::vector<std::string> lines;
  std::size_t bytes = 0;
  for (auto entry = order_.rbegin(); entry != order_.rend(); ++entry) {
    if (entry->times_ms.empty() || !counts(entry->times_ms.back(), now_ms)) break;  // and all before it
    std::string line = entry->key;
    for (const auto time_ms : entry->times_ms)
      if (counts(time_ms, now_ms)) line += ' ' + std::to_string(time_ms);
    bytes += line.size() + 1;
    if (bytes > most_bytes) break;
    lines.push_back(line + '\n');
  }
  std::string text;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) text += *line;
  return text;
}

void HourlyLimit::restore(std::string_view text, std::uint64_t now_ms) {
  while (!text.empty()) {
    auto line = cut(text, '\n');
    const std::string key(cut(line, ' '));
    while (!line.empty()) {
      const auto word = cut(line, ' ');
      std::uint64_t time_ms = 0;
      const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), time_ms);
      if (error != std::errc() || end != word.data() + word.size()) break;
      if (time_ms <= now_ms && counts(time_ms, now_ms)) take(key, time_ms);
    }
  }
}

}  // namespace p2pchat::bottle
