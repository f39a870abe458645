// SPDX-License-Identifier: MIT
#include "holders.hpp"

#include "routing/distance.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

namespace p2pchat::kademlia {
namespace {

constexpr std::uint32_t region_lookups = 3;

Id with_bit_turned(Id id, std::uint32_t bit) {
  id.b[bit / 8] = static_cast<std::uint8_t>(id.b[bit / 8] ^ 0x80U >> bit % 8);
  return id;
}

/// What several lookups found of one region.
struct Region {
  Id key;
  std::uint32_t bits = 0;
  std::map<Id, Contact> found{};  // by distance
  std::size_t open = 0;

  void add(const std::vector<Contact>& contacts) {
    for (const auto& contact : contacts)
      if (shared_prefix(contact.id, key) >= bits) found.emplace(distance(key, contact.id), contact);
  }
  /// The farthest ones are kept: those who crowd at the key are the nearest.
  std::vector<Contact> holders() const {
    std::vector<Contact> contacts;
    for (auto each = found.rbegin(); each != found.rend() && contacts.size() < Holders::most; ++each)
      contacts.push_back(each->second);
    std::ranges::reverse(contacts);
    return contacts;
  }
};

}  // namespace

std::vector<Id> region_targets(const Id& key, std::uint32_t bits) {
  std::vector<Id> targets;
  for (std::uint32_t i = 0; i < region_lookups; ++i) targets.push_back(with_bit_turned(key, bits + i));
  return targets;
}

void Holders::find(const Id& key, DoneFn done) {
  lookups_.start(
      {.target = key, .width = usual},
      [this, key, done = std::move(done)](const sdk::Status& status, const std::vector<Contact>& found, const auto&) {
        if (found.empty()) return done(status, {});
        if (density(key, found, usual, node_.size.estimate()) == Density::dense) return search_region(key, found, done);
        std::vector<Contact> nearest = found;
        nearest.resize(std::min(nearest.size(), usual));
        done({}, nearest);
      });
}

void Holders::search_region(const Id& key, const std::vector<Contact>& nearest, const DoneFn& done) {
  const auto region = std::make_shared<Region>(Region{key, region_bits(node_.size.estimate())});
  region->add(nearest);
  const auto targets = region_targets(key, region->bits);
  region->open = targets.size();
  for (const auto& target : targets)
    lookups_.start({.target = target, .width = usual},
                   [region, done](const sdk::Status&, const std::vector<Contact>& found, const auto&) {
                     region->add(found);
                     if (--region->open == 0) done({}, region->holders());
                   });
}

}  // namespace p2pchat::kademlia
