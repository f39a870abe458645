// SPDX-License-Identifier: MIT
#include "sea/parcels.hpp"

#include <algorithm>

namespace p2pchat::bottle {
namespace {

/// What one sender has here for one receiver.
struct Share {
  std::size_t octets = 0;
  std::vector<const Held*> held;
};

std::size_t octets_of(const std::map<Id, Share>& shares) {
  std::size_t sum = 0;
  for (const auto& [sender, share] : shares) sum += share.octets;
  return sum;
}

std::size_t count_of(const std::map<Id, Share>& shares) {
  std::size_t sum = 0;
  for (const auto& [sender, share] : shares) sum += share.held.size();
  return sum;
}

const Held* take_oldest_of_largest(std::map<Id, Share>& shares) {
  auto& share = std::ranges::max_element(shares, {}, [](const auto& each) { return each.second.octets; })->second;
  if (share.held.empty()) return nullptr;
  const auto oldest = std::ranges::min_element(share.held, {}, [](const Held* held) { return held->here_ms; });
  const auto* gone = *oldest;
  share.octets -= gone->note.body.size();
  share.held.erase(oldest);
  return gone;
}

}  // namespace

std::optional<std::vector<SeenKey>> make_room(const Beach& beach, const Note& note) {
  std::size_t in_all = note.body.size();
  std::map<Id, Share> shares;
  for (const auto& [key, held] : beach.all()) {
    if (!held.note.is_addressed()) continue;
    in_all += held.note.body.size();
    if (held.note.receiver != note.receiver) continue;
    auto& share = shares[held.note.sender];
    share.octets += held.note.body.size();
    share.held.push_back(&held);
  }
  if (in_all > most_octets_in_all || shares[note.sender].held.size() >= most_parcels_of_sender) return std::nullopt;
  std::vector<SeenKey> gone;
  while (count_of(shares) + 1 > most_parcels || octets_of(shares) + note.body.size() > most_parcel_octets) {
    const auto* oldest = take_oldest_of_largest(shares);
    if (!oldest) return std::nullopt;
    gone.push_back(key_of(oldest->note));
  }
  return gone;
}

}  // namespace p2pchat::bottle
