// SPDX-License-Identifier: MIT
#include "liars.hpp"

#include "routing/distance.hpp"

#include <algorithm>
#include <bit>

namespace p2pchat::simulation {
namespace {

/// Sybils share so many more bits with their victim than its nearest neighbour does in the mean.
constexpr std::uint32_t nearer_bits = 3;

}  // namespace

Liars::Liars(Sea& sea, const Options& options)
    : sea_(sea), options_(options), strangers_(sea.seed(), Purpose::lying, UINT64_MAX) {
  gossip_.is_liar = [this](const sdk::Id& id) { return is_liar(id); };
  gossip_.nearest = [this](const sdk::Id& key, std::size_t count, bool liars_only) {
    return nearest(key, count, liars_only);
  };
  gossip_.stranger = [this] {
    const auto number = honest(strangers_);
    return kademlia::Contact{sea_.node(number)->id(), *routing::parse_address(sea_.internet().endpoint(number))};
  };
  gossip_.bits = static_cast<std::uint32_t>(std::bit_width(options.nodes) - 1);
  sea_.settings = [this](std::size_t number) -> Settings {
    Chance chance(sea_.seed(), Purpose::lying, number << 8 | 1);
    std::string bootstrap;
    if (!sea_.living().empty()) bootstrap += sea_.internet().endpoint(honest(chance)) + '\n';
    for (int i = 0; i < 2 && !sea_.living().empty(); ++i)
      bootstrap += sea_.internet().endpoint(sea_.living()[chance.below(sea_.living().size())]) + '\n';
    return {{"bootstrap", bootstrap}};
  };
  sea_.on_start = [this](SimNode& node) { settle(node); };
}

std::optional<Lie> Liars::lie_of(std::size_t number) const {
  if (number == 0) return std::nullopt;
  if (number >= sybils_from_) return Lie::collude;
  auto lot = Chance(options_.seed, Purpose::lying, number << 8).share() * 100;
  const double percents[lie_count] = {options_.forgers, options_.haunters, options_.colluders, options_.droppers,
                                      options_.stallers};
  for (std::size_t lie = 0; lie < lie_count; lot -= percents[lie++])
    if (lot < percents[lie]) return static_cast<Lie>(lie);
  return std::nullopt;
}

bool Liars::is_liar(std::size_t number) const { return lie_of(number).has_value(); }

void Liars::settle(SimNode& node) {
  const auto lie = lie_of(node.place);
  if (!lie) return;
  ids_.add(node.id(), node.place);
  liars_[node.place] = std::make_unique<Liar>(sea_, node, *lie, gossip_);
}

std::size_t Liars::honest(Chance& chance) const {
  for (;;) {
    const auto number = sea_.living()[chance.below(sea_.living().size())];
    if (!is_liar(number)) return number;
  }
}

std::vector<kademlia::Contact> Liars::nearest(const sdk::Id& key, std::size_t count, bool liars_only) const {
  std::vector<kademlia::Contact> contacts;
  const auto& ids = liars_only ? ids_ : sea_.ids();
  ids.visit_nearest(key, [&](const sdk::Id& id, std::size_t number) {
    if (sea_.node(number)) contacts.push_back({id, *routing::parse_address(sea_.internet().endpoint(number))});
    return contacts.size() < count;
  });
  return contacts;
}

void Liars::surround(const sdk::Id& id) {
  add_sybils(id, [bits = gossip_.bits + nearer_bits](std::size_t) { return bits; });
}

void Liars::crowd(const sdk::Id& id) {
  const auto buckets = gossip_.bits + nearer_bits + 1;
  add_sybils(id, [buckets](std::size_t sybil) { return static_cast<std::uint32_t>(sybil % buckets); });
}

void Liars::add_sybils(const sdk::Id& near, const std::function<std::uint32_t(std::size_t)>& bits_of) {
  sybils_from_ = sea_.size();
  const auto networks = std::max<std::size_t>(options_.networks, 1);
  for (std::size_t i = 0; i < options_.sybils; ++i) {
    const auto beside = i < networks ? std::nullopt : std::optional(sybils_from_ + i % networks);
    sea_.add(ground_key(near, bits_of(i), i), beside);
    sea_.heap().run_for(20'000);
  }
}

/// The key file of an identity whose id begins like another: anybody can make one, at the price of trying.
std::vector<std::uint8_t> Liars::ground_key(const sdk::Id& near, std::uint32_t bits, std::uint64_t number) const {
  SimHost host(sea_.heap(), sea_.seed(), UINT64_MAX - number);
  SimCrypto crypto(host);
  for (;;) {
    std::vector<std::uint8_t> file;
    const SimIdentity tried(host, crypto, file);
    if (routing::shared_prefix(tried.id(), near) >= bits) return file;
  }
}

}  // namespace p2pchat::simulation
