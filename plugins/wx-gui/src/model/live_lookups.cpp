// SPDX-License-Identifier: MIT
#include "model/live_lookups.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr std::uint64_t afterglow_ms = 4'000, silence_ms = 15'000;  // a lookup lasts less than ten seconds

}  // namespace

std::vector<Hop> hops_of(const LiveLookup& lookup, const sdk::Id& me) {
  const auto nearer = [&](const Hop& a, const Hop& b) {
    for (std::size_t i = 0; i < sizeof me.b; ++i)
      if (const auto x = a.to.b[i] ^ lookup.target.b[i], y = b.to.b[i] ^ lookup.target.b[i]; x != y) return x < y;
    return false;
  };
  std::vector<Hop> hops;
  for (std::size_t at = 0; at < lookup.asked.size(); ++at) {
    const auto over = at < questions_at_once ? 0 : at + 1 - questions_at_once;  // so many have answered for sure
    const auto answered = hops.begin() + static_cast<std::ptrdiff_t>(over);
    const auto best = std::min_element(hops.begin(), answered, nearer);
    hops.push_back(best == answered ? Hop{me, lookup.asked[at], 1} : Hop{best->to, lookup.asked[at], best->number + 1});
  }
  return hops;
}

LiveLookup* LiveLookups::running(const sdk::Id& target) {
  const auto found =
      std::ranges::find_if(lookups_, [&](const LiveLookup& each) { return each.target == target && !each.ended; });
  return found == lookups_.end() ? nullptr : &*found;
}

void LiveLookups::asks(const sdk::Id& target, const sdk::Id& node, std::uint64_t now_ms) {
  ++questions_;
  auto* lookup = running(target);
  if (!lookup) {
    ++begun_;
    if (lookups_.size() == most) lookups_.erase(lookups_.begin());
    lookup = &lookups_.emplace_back();
    lookup->target = target;
  }
  lookup->asked.push_back(node);
  lookup->changed_ms = now_ms;
}

void LiveLookups::ended(const sdk::Id& target, LookupEnd how, std::uint64_t now_ms) {
  auto* lookup = running(target);
  if (!lookup) return;
  lookup->ended = true;
  lookup->in_vain = how == LookupEnd::in_vain;
  lookup->changed_ms = now_ms;
}

bool LiveLookups::forget(std::uint64_t now_ms) {
  std::erase_if(lookups_, [&](const LiveLookup& each) {
    return now_ms > each.changed_ms + (each.ended ? afterglow_ms : silence_ms);
  });
  return !lookups_.empty();
}

}  // namespace p2pchat::wx_gui
