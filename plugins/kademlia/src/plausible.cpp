// SPDX-License-Identifier: MIT
#include "plausible.hpp"

#include "density.hpp"
#include "routing/distance.hpp"
#include "routing_table.hpp"

#include <algorithm>
#include <cmath>

namespace p2pchat::kademlia {
namespace {

constexpr double most_unlikely = 1e-6;

/// How likely it is, at most, that so many of a bucket lie within that share of its range (Chernoff).
double likelihood(std::size_t count, double share) {
  const auto part = std::min(double(count) / bucket_size, 1.0);
  if (share >= part) return 1;
  auto divergence = part * std::log(part / share);
  if (part < 1) divergence += (1 - part) * std::log((1 - part) / (1 - share));
  return std::exp(-double(bucket_size) * divergence);
}

}  // namespace

bool is_plausible(const Id& who, const Id& key, const std::vector<Contact>& named) {
  const auto range = std::ldexp(1.0, -1 - static_cast<int>(shared_prefix(who, key)));
  std::vector<double> shares;
  for (const auto& contact : named) shares.push_back(share_within(distance(key, contact.id)) / range);
  std::ranges::sort(shares);
  for (std::size_t i = 0; i < shares.size(); ++i)
    if (shares[i] > 0 && likelihood(i + 1, shares[i]) < most_unlikely) return false;
  return true;
}

}  // namespace p2pchat::kademlia
