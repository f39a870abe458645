// SPDX-License-Identifier: MIT
#include "flow/upkeep.hpp"

#include <algorithm>

namespace p2pchat::bottle {
namespace {

constexpr std::uint64_t least_sleep_ms = 1'000, longest_sleep_ms = 6ull * 3600 * 1000;

}  // namespace

void Upkeep::look() { expect(next_end(shore_.now_ms())); }

void Upkeep::expect(std::optional<std::uint64_t> end_ms) {
  if (!end_ms || (timer_ != 0 && wakes_ms_ <= *end_ms)) return;
  shore_.around.host.cancel(timer_);
  const auto now = shore_.now_ms();
  const auto wait = std::clamp(*end_ms > now ? *end_ms - now : 0, least_sleep_ms, longest_sleep_ms);
  wakes_ms_ = now + wait;
  timer_ = shore_.around.host.after(wait, [this] {
    timer_ = 0;
    end_all();
    look();
  });
}

/// What was seen ends by itself some time: nobody waits for that, so it is looked at seldom.
std::optional<std::uint64_t> Upkeep::next_end(std::uint64_t now_ms) const {
  std::optional<std::uint64_t> next;
  const auto add = [&next](std::uint64_t end_ms) { next = std::min(next.value_or(end_ms), end_ms); };
  if (shore_.seen.size() > 0) add(now_ms + longest_sleep_ms);
  for (const auto& [key, held] : shore_.beach.all())
    if (const auto end = held.ends_ms()) add(*end);
  for (const auto& [id, own] : shore_.mine.all())
    if (!own.journey.has(Voyage::expired, shore_.around.me)) add(own.note.expiry_ms);
  return next;
}

void Upkeep::end_all() {
  const auto now = shore_.now_ms();
  end_held(now);
  end_mine(now);
  for (const auto& key : shore_.seen.expire(now)) shore_.records.erase_seen(key);
}

void Upkeep::end_held(std::uint64_t now_ms) {
  std::vector<SeenKey> over;
  for (const auto& [key, held] : shore_.beach.all())
    if (const auto end = held.ends_ms(); end && *end <= now_ms) over.push_back(key);
  for (const auto& key : over) {
    const bool is_addressed = shore_.beach.find(key)->note.is_addressed();
    shore_.beach.erase(key);
    shore_.records.erase(key);
    if (!is_addressed) shore_.publish("bottle.beach", key.bottle);
  }
}

void Upkeep::end_mine(std::uint64_t now_ms) {
  for (auto& [id, own] : shore_.mine.all())
    if (own.note.expiry_ms <= now_ms && !own.journey.has(Voyage::expired, shore_.around.me))
      queue_.add(id, {Voyage::expired, shore_.around.me, now_ms, 0, {}}, {});
  while (const auto oldest = shore_.mine.oldest_over(now_ms)) {
    shore_.records.erase(*shore_.mine.find(*oldest));
    shore_.mine.erase(*oldest);
  }
}

}  // namespace p2pchat::bottle
