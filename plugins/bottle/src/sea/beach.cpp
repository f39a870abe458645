// SPDX-License-Identifier: MIT
#include "sea/beach.hpp"

#include <algorithm>

namespace p2pchat::bottle {
namespace {

/// The key of the oldest that fits.
template <class Fits>
std::optional<SeenKey> oldest(const Beach::All& all, const Fits& fits) {
  const Held* found = nullptr;
  for (const auto& [key, held] : all)
    if (fits(held) && (!found || held.here_ms < found->here_ms)) found = &held;
  if (!found) return std::nullopt;
  return key_of(found->note);
}

bool owes_nothing(const Held& held) {
  return held.errand == Held::Errand::none && !held.owes_found && held.reply.empty();
}

}  // namespace

Held* Beach::find(const SeenKey& key) {
  const auto found = all_.find(key);
  return found == all_.end() ? nullptr : &found->second;
}

Held* Beach::found(const Id& bottle) {
  for (auto& [key, held] : all_)
    if (key.bottle == bottle && held.is_found()) return &held;
  return nullptr;
}

Held& Beach::add(Held held) {
  const auto key = key_of(held.note);
  erase(key);
  if (held.note.is_addressed()) parcels_[held.note.receiver].insert(key);
  return all_[key] = std::move(held);
}

void Beach::erase(const SeenKey& key) {
  const auto gone = all_.extract(key);
  const auto parcels = gone ? parcels_.find(gone.mapped().note.receiver) : parcels_.end();
  if (parcels == parcels_.end()) return;
  parcels->second.erase(key);
  if (parcels->second.empty()) parcels_.erase(parcels);
}

std::vector<SeenKey> Beach::parcels_for(const Id& receiver) const {
  const auto found = parcels_.find(receiver);
  if (found == parcels_.end()) return {};
  return {found->second.begin(), found->second.end()};
}

std::vector<const Held*> Beach::shown(std::uint64_t now_ms) const {
  std::vector<const Held*> shown;
  for (const auto& [key, held] : all_)
    if (held.is_shown(now_ms)) shown.push_back(&held);
  std::ranges::sort(shown, std::greater{}, [](const Held* held) { return std::pair(held->here_ms, held->note.id); });
  return shown;
}

std::size_t Beach::found_count() const {
  return static_cast<std::size_t>(std::ranges::count_if(all_, [](const auto& each) { return each.second.is_found(); }));
}

std::optional<SeenKey> Beach::oldest_read() const {
  return oldest(all_, [](const Held& held) {
    const bool is_read = held.voyage == Voyage::read || held.voyage == Voyage::answered;
    return held.is_found() && is_read && owes_nothing(held);
  });
}

std::optional<SeenKey> Beach::oldest_of_largest(const Id& sender) const {
  const auto is_unread = [](const Held& held) {
    return held.is_found() && held.voyage == Voyage::unread && owes_nothing(held);
  };
  std::map<Id, std::size_t> counts{{sender, 0}};
  for (const auto& [key, held] : all_) counts[key.sender] += is_unread(held);
  const auto largest = std::ranges::max_element(counts, {}, [](const auto& each) { return each.second; });
  if (largest->second < counts[sender] + 2) return std::nullopt;
  return oldest(all_, [&](const Held& held) { return held.note.sender == largest->first && is_unread(held); });
}

std::optional<SeenKey> Beach::oldest_passed() const {
  std::size_t count = 0;
  const auto found = oldest(all_, [&count](const Held& held) {
    const bool is_passed = held.voyage == Voyage::passing && !held.note.is_addressed();
    count += is_passed;
    return is_passed && owes_nothing(held);
  });
  return count > most_passing ? found : std::nullopt;
}

}  // namespace p2pchat::bottle
