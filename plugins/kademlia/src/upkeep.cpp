// SPDX-License-Identifier: MIT
#include "upkeep.hpp"

#include "periods.hpp"
#include "routing/distance.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

constexpr std::uint64_t step_ms = 30'000, jitter_ms = 5'000, first_look_ms = 25'000;
constexpr std::uint32_t most_looks = 3, looked_at = 3, chosen_among = 4;
constexpr std::size_t strangers_asked = 6;

}  // namespace

bool is_due(const Entry& entry, std::uint64_t now_us, std::uint64_t pause_us) {
  if (entry.failures == 0) return now_us > entry.verified_us + pause_us;
  if (entry.failures == 1) return now_us > entry.tried_us;  // one lost datagram is no proof of death, and two are
  return now_us > entry.tried_us + std::min(hour_us, minute_us << std::min<std::uint32_t>(entry.failures - 1, 6));
}

void Upkeep::start() {
  looked_up_us_ = node_.host.ticks_us();
  look_again_in(first_look_ms);
  node_.host.after(step_ms + node_.random_below(jitter_ms), [this] { tick(); });
}

void Upkeep::tick() {
  if (is_stopped_) return;
  const auto now_us = node_.host.ticks_us();
  node_.key.renew_if_due();
  responder_.forget_old();
  test_entries(now_us);
  refresh_one(now_us);
  joiner_.wake();
  records_.tick();
  node_.host.after(step_ms + node_.random_below(jitter_ms), [this] { tick(); });
}

void Upkeep::test_entries(std::uint64_t now_us) {
  const auto pause_us = pace_.pause_us();
  std::vector<Entry> due;
  node_.table.each([&](const Entry& entry, std::uint32_t) {
    if (is_due(entry, now_us, pause_us)) due.push_back(entry);
  });
  std::ranges::sort(due, {}, [](const Entry& entry) {
    return std::pair(std::max(entry.verified_us, entry.tried_us), entry.contact);
  });
  due.resize(std::min<std::size_t>(due.size(), node_.table.size() * step_ms * 1000 / pause_us + 1));
  for (const auto& entry : due)
    requests_.ask({.kind = Question::Kind::ping, .whom = entry.contact, .announce = true},
                  [this, had_answered = entry.failures == 0](const Outcome& outcome) {
                    if (!had_answered || outcome.kind == Outcome::Kind::unreachable) return;  // that anybody may forge
                    pace_.tested(outcome.kind == Outcome::Kind::answered);
                  });
}

void Upkeep::refresh_one(std::uint64_t now_us) {
  if (now_us > looked_up_us_ + hour_us) {
    looked_up_us_ = now_us;
    joiner_.look_up_self();
    return;
  }
  for (std::uint32_t bucket = 0; bucket < far_buckets(); ++bucket)
    if (now_us > refreshed_us_.try_emplace(bucket, now_us).first->second + hour_us) return refresh(bucket, now_us);
}

void Upkeep::look_again_in(std::uint64_t pause_ms) {
  if (looks_++ == most_looks) return;
  node_.host.after(pause_ms + node_.random_below(pause_ms / 4), [this, pause_ms] {
    if (is_stopped_) return;
    look_around();
    look_again_in(2 * pause_ms);
  });
}

/// A node that just came may have met liars alone: it looks for its neighbours again, through those it joined through
/// and a few of its table, and into the buckets that most keys are in.
void Upkeep::look_around() {
  std::vector<Contact> good;
  node_.table.each([&](const Entry& entry, std::uint32_t) {
    if (entry.is_good()) good.push_back(entry.contact);
  });
  if (good.empty()) return;
  const auto now_us = node_.host.ticks_us();
  looked_up_us_ = now_us;
  auto from = joiner_.ways();
  for (std::size_t i = 0; i < strangers_asked; ++i) from.push_back(good[node_.random_below(good.size())]);
  lookups_.start({.target = node_.me, .width = bucket_size, .announce = true, .from = std::move(from)}, {});
  for (std::uint32_t bucket = 0; bucket < std::min(looked_at, far_buckets()); ++bucket) refresh(bucket, now_us);
}

void Upkeep::fill() {
  const auto now_us = node_.host.ticks_us();
  looked_up_us_ = now_us;
  for (std::uint32_t bucket = 0; bucket < far_buckets(); ++bucket) refresh(bucket, now_us);
}

/// Of a few random ids in a bucket the one beside which it has fewest is looked up.
void Upkeep::refresh(std::uint32_t bucket, std::uint64_t now_us) {
  refreshed_us_[bucket] = now_us;
  auto target = id_in_bucket(node_.me, bucket, node_.random_id());
  for (std::uint32_t i = 1; i < chosen_among; ++i) {
    const auto other = id_in_bucket(node_.me, bucket, node_.random_id());
    if (node_.table.size_beside(other) < node_.table.size_beside(target)) target = other;
  }
  lookups_.start({.target = target, .announce = true}, {});
}

/// The buckets that a lookup of my own id does not fill: those before the sixteenth nearest node's.
std::uint32_t Upkeep::far_buckets() const {
  const auto nearest = node_.table.nearest(node_.me, bucket_size);
  return nearest.empty() ? 0 : shared_prefix(node_.me, nearest.back().contact.id) + 1;
}

}  // namespace p2pchat::kademlia
