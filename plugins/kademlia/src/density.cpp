// SPDX-License-Identifier: MIT
#include "density.hpp"

#include "routing/distance.hpp"

#include <algorithm>
#include <cmath>

namespace p2pchat::kademlia {
namespace {

constexpr double thin_factor = 2, dense_factor = 8, region_nodes = 16;

}  // namespace

double share_within(const Id& distance) {
  double share = 0;
  for (std::size_t i = 0; i < 8; ++i) share += std::ldexp(distance.b[i], -8 * static_cast<int>(i + 1));
  return share;
}

Density density(const Id& key, const std::vector<Contact>& nearest, std::size_t width, double network_size) {
  if (network_size <= 0 || width == 0) return Density::usual;
  if (nearest.size() < width) return network_size > thin_factor * double(width) ? Density::thin : Density::usual;
  const auto expected = network_size * share_within(distance(key, nearest[width - 1].id));
  if (expected > thin_factor * double(width)) return Density::thin;
  return expected < double(width) / dense_factor ? Density::dense : Density::usual;
}

std::uint32_t region_bits(double network_size) {
  const auto bits = std::floor(std::log2(std::max(1.0, network_size / region_nodes)));
  return static_cast<std::uint32_t>(std::min(bits, 128.0));
}

void NetworkSize::learn(const Id& key, const std::vector<Contact>& found) {
  if (found.size() < depth) return;
  const auto share = share_within(distance(key, found[depth - 1].id));
  if (share <= 0) return;
  samples_.push_back(double(depth - 1) / share);
  if (samples_.size() > most_samples) samples_.pop_front();
}

double NetworkSize::estimate() const {
  if (samples_.size() < least_samples) return 0;
  std::vector<double> sorted(samples_.begin(), samples_.end());
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::ranges::nth_element(sorted, middle);
  return *middle;
}

}  // namespace p2pchat::kademlia
