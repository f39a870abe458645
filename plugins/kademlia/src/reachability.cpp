// SPDX-License-Identifier: MIT
#include "reachability.hpp"

#include "periods.hpp"

#include <algorithm>
#include <set>

namespace p2pchat::kademlia {
namespace {

constexpr std::uint64_t remembered_us = 15 * minute_us;
constexpr std::size_t votes_needed = 3, trials_needed = 2, most_witnesses = 32;

template <class Map>
void forget_old(Map& map, std::uint64_t now_us) {
  std::erase_if(map, [now_us](const auto& each) { return now_us > each.second.us + remembered_us; });
  while (map.size() > most_witnesses)
    map.erase(std::ranges::min_element(map, {}, [](const auto& each) { return each.second.us; }));
}

bool is_global(const Address& address) { return reach(address) == Reach::global; }

}  // namespace

void Reachability::set_listening(std::vector<Address> addresses) {
  listening_ = std::move(addresses);
  can_test_ = true;
}

void Reachability::seen(const Address& by, const Address& me, std::uint64_t now_us) {
  if (!is_global(by) || !is_global(me) || by.is_v4() != me.is_v4() || !is_usable(me)) return;
  side(by).sights[by] = {me, now_us};
}

void Reachability::dialled(const Address& by, bool has_reached, std::uint64_t now_us) {
  if (is_global(by)) side(by).trials[by] = {has_reached, now_us};
}

bool Reachability::judge(const std::vector<Address>& known, std::uint64_t now_us) {
  const auto before = summary();
  for (const bool is_v4 : {true, false}) {
    auto& side = sides_[is_v4 ? 0 : 1];
    forget_old(side.sights, now_us);
    forget_old(side.trials, now_us);
    std::set<std::uint64_t> networks;
    std::size_t count = 0;
    for (const auto& address : known) {
      if (address.is_v4() != is_v4 || !is_global(address)) continue;
      networks.insert(network_of(address));
      ++count;
    }
    count_votes(side, networks.size());
    side.standing = judged(side, count);
  }
  return summary() != before;
}

/// The address that most networks name, when they are enough; of its ports the one named last.
void Reachability::count_votes(Side& side, std::size_t networks) const {
  std::map<std::array<std::uint8_t, 16>, std::set<std::uint64_t>> voters;
  for (const auto& [by, sight] : side.sights) voters[sight.me.ip].insert(network_of(by));
  const auto most = std::ranges::max_element(voters, {}, [](const auto& each) { return each.second.size(); });
  const auto needed = std::clamp<std::size_t>(networks, 1, votes_needed);
  if (most == voters.end()) return side.me.reset();
  // More nodes are known than when it was enough: it counts while nobody says otherwise.
  const bool still = voters.size() == 1 && side.me && side.me->ip == most->first;
  if (most->second.size() < needed && !still) return side.me.reset();
  std::uint64_t last_us = 0;
  for (const auto& [by, sight] : side.sights)
    if (sight.me.ip == most->first && sight.us >= last_us) side.me = sight.me, last_us = sight.us;
}

Standing Reachability::judged(const Side& side, std::size_t known) const {
  if (!can_test_ || !side.me) return is_blocked_ ? Standing::blocked : Standing::unknown;
  const auto reached = [](const auto& trial) { return trial.second.has_reached; };
  if (std::ranges::any_of(side.trials, reached)) return Standing::open;
  if (is_blocked_) return Standing::blocked;
  if (side.trials.size() < std::clamp<std::size_t>(known, 1, trials_needed)) return Standing::unknown;
  std::set<std::uint16_t> ports;
  for (const auto& [by, sight] : side.sights)
    if (sight.me.ip == side.me->ip) ports.insert(sight.me.port);
  return ports.size() > 1 ? Standing::random_router : Standing::router;
}

/// While nothing is known for sure: whether I am seen at an address of my own machine, or have one that could be.
bool Reachability::is_mine(const Side& side, bool is_v4) const {
  return std::ranges::any_of(listening_, [&](const Address& address) {
    return side.me ? address.ip == side.me->ip : address.is_v4() == is_v4 && is_global(address);
  });
}

bool Reachability::offers_to(const std::optional<Address>& to) const {
  if (!can_test_ || (to && !is_global(*to))) return true;
  for (const bool is_v4 : {true, false}) {
    if (to && to->is_v4() != is_v4) continue;
    const auto& side = sides_[is_v4 ? 0 : 1];
    if (side.standing == Standing::open) return true;
    if (side.standing == Standing::unknown && !is_blocked_ && is_mine(side, is_v4)) return true;
  }
  return false;
}

bool Reachability::is_client() const {
  const auto is_open = [](const Side& side) { return side.standing == Standing::open; };
  const auto is_closed = [&](const Side& side) { return !is_open(side) && side.standing != Standing::unknown; };
  return can_test_ && std::ranges::none_of(sides_, is_open) && std::ranges::any_of(sides_, is_closed);
}

const Reachability::Side& Reachability::told() const {
  const auto known = std::ranges::find_if(sides_, [](const Side& side) { return side.standing != Standing::unknown; });
  return known == sides_.end() ? sides_[0] : *known;
}

std::string Reachability::summary() const {
  const auto& side = told();
  constexpr std::array<const char*, 5> words = {"unknown", "open", "router", "random-router", "blocked"};
  std::string text = words[static_cast<std::size_t>(side.standing)];
  if (side.standing == Standing::random_router && side.me)
    return text + ' ' + to_text(Address{side.me->ip, 0});  // its port means nothing to anybody else
  if (side.me && side.standing != Standing::blocked) text += ' ' + to_text(*side.me);
  return text;
}

}  // namespace p2pchat::kademlia
