// SPDX-License-Identifier: MIT
#include "keeper.hpp"

#include "periods.hpp"
#include "routing/contact_key.hpp"
#include "routing/distance.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

constexpr std::uint64_t least_pause_us = 10 * minute_us, pause_jitter_us = 10 * minute_us;
constexpr std::size_t most_due = 4;

}  // namespace

Packet Keeper::take(const Guests::Key& session, const Packet& store) {
  Packet answer{.kind = Kind::stored, .request = store.request};
  if (is_held(*store.target, store.held)) {
    shelf_.renew(*store.target, due_us());
    answer.flags = static_cast<std::uint64_t>(Verdict::kept);
    return answer;
  }
  auto& gathered = this->gathered({session, store.held});
  gathered.used_us = node_.host.ticks_us();
  if (gathered.verdict == Verdict::more) {
    if (!gathered.parts.take(store.part, store.record))
      gathered.verdict = Verdict::refused;
    else if (gathered.parts.is_complete())
      gathered.verdict = judge(gathered.parts.whole(), store.held);
  }
  answer.flags = static_cast<std::uint64_t>(gathered.verdict);
  return answer;
}

/// The one used longest ago makes room: of the same session, when that gathers too many.
Keeper::Gathered& Keeper::gathered(const Key& key) {
  if (const auto found = gathered_.find(key); found != gathered_.end()) return found->second;
  const auto oldest_of = [&](auto begin, auto end) {
    return std::min_element(begin, end, [](auto& a, auto& b) { return a.second.used_us < b.second.used_us; });
  };
  const auto begin = gathered_.lower_bound({key.first, {}});
  auto end = begin;
  std::size_t count = 0;
  for (; end != gathered_.end() && end->first.first == key.first; ++end) ++count;
  if (count >= most_of_session)
    gathered_.erase(oldest_of(begin, end));
  else if (gathered_.size() >= most_gathered)
    gathered_.erase(oldest_of(gathered_.begin(), gathered_.end()));
  return gathered_[key];
}

Verdict Keeper::judge(const Octets& packed, const Octets& mark) {
  const auto record = unpack_record(packed);
  if (!record || mark_of(node_.crypto, packed) != mark || !is_near(record->key)) return Verdict::refused;
  const auto owner = owner_of(node_.crypto, *record, node_.host.now_ms());
  return owner ? shelf_.add(*owner, *record, packed, due_us()) : Verdict::refused;
}

bool Keeper::is_held(const Id& key, const Octets& mark) const {
  const auto* held = shelf_.find(key);
  return held && mark_of(node_.crypto, held->packed) == mark;
}

/// In the key's region I keep it too, however many ids somebody made himself next to the key.
bool Keeper::is_near(const Id& key) const {
  if (shared_prefix(node_.me, key) >= region_bits(node_.size.estimate())) return true;
  const auto nearest = node_.table.nearest(key, most_nearer);
  return nearest.size() < most_nearer || is_nearer(node_.me, nearest.back().contact.id, key);
}

Packet Keeper::give(const Packet& get) const {
  Packet answer{.kind = Kind::record, .request = get.request};
  const auto* kept = shelf_.find(*get.target);
  if (!kept || kept->expiry_ms <= node_.host.now_ms()) return answer;
  const auto of = parts_of(kept->packed.size());
  if (get.flags >= of) return answer;
  const auto number = static_cast<std::uint8_t>(get.flags + 1);
  answer.part = {number, of};
  answer.record = part_of(kept->packed, number);
  return answer;
}

void Keeper::forget_ended() { shelf_.forget_ended(node_.host.now_ms()); }

std::vector<std::pair<Id, Octets>> Keeper::due() { return shelf_.take_due(node_.host.ticks_us(), due_us(), most_due); }

/// A time of its own for each holder: the first brings the record to the others, who then wait anew.
std::uint64_t Keeper::due_us() { return node_.host.ticks_us() + least_pause_us + node_.random_below(pause_jitter_us); }

}  // namespace p2pchat::kademlia
