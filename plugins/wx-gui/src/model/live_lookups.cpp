// SPDX-License-Identifier: MIT
#include "model/live_lookups.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr std::uint64_t afterglow_ms = 4'000, silence_ms = 15'000;  // a lookup lasts less than ten seconds

}  // namespace

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
