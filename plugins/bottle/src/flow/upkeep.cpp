// SPDX-License-Identifier: MIT
#include "flow/upkeep.hpp"

#include <algorithm>
#include <limits>

namespace p2pchat::bottle {
namespace {

constexpr std::uint64_t never = std::numeric_limits<std::uint64_t>::max(), least_sleep_ms = 1'000,
                        longest_sleep_ms = 6ull * 3600 * 1000;

}  // namespace

void Upkeep::look() {
  const auto now = shore_.now_ms();
  const auto next = next_end(now);
  if (next == never || (timer_ != 0 && wakes_ms_ <= next)) return;
  shore_.around.host.cancel(timer_);
  const auto wait = std::clamp(next > now ? next - now : 0, least_sleep_ms, longest_sleep_ms);
  wakes_ms_ = now + wait;
  timer_ = shore_.around.host.after(wait, [this] {
    timer_ = 0;
    end_all();
    look();
  });
}

/// What was seen ends by itself some time: nobody waits for that, so it is looked at seldom.
std::uint64_t Upkeep::next_end(std::uint64_t now_ms) const {
  auto next = shore_.seen.size() > 0 ? now_ms + longest_sleep_ms : never;
  for (const auto& [key, held] : shore_.beach.all())
    if (const auto end = held.ends_ms()) next = std::min(next, *end);
  for (const auto& [id, own] : shore_.mine.all())
    if (!own.journey.has(Voyage::expired, shore_.around.me)) next = std::min(next, own.note.expiry_ms);
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
