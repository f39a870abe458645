// SPDX-License-Identifier: MIT
#pragma once
#include "contact.hpp"

#include <deque>

namespace p2pchat::kademlia {

/// The share of all ids that are at most that far away.
double share_within(const Id& distance);

/// Whether those nearest a key, nearest first, lie as chance puts nodes there.
enum class Density : std::uint8_t { usual, thin, dense };

/// Judges the `width` nearest by how many nodes there are, about. Thin: in their midst should be twice as many; honest
/// nodes are wrongly called so once in a hundred. Dense: at most an eighth of them should be there, which chance does
/// not do. Fewer than `width` are thin in a network of twice as many. Usual when the size is unknown.
Density density(const Id& key, const std::vector<Contact>& nearest, std::size_t width, double network_size);

/// How many leading bits the nodes of a key's region share with it: there should be 16 to 32 of them in a network of
/// that size. 0: all of it.
std::uint32_t region_bits(double network_size);

/// How many nodes there are, reckoned from what lookups found near random keys: the median of the last fifteen, so
/// that a few that were led astray do not count.
class NetworkSize {
 public:
  static constexpr std::size_t depth = 8, least_samples = 3, most_samples = 15;
  /// Takes what a lookup found, nearest first.
  void learn(const Id& key, const std::vector<Contact>& found);
  /// 0 while unknown.
  double estimate() const;

 private:
  std::deque<double> samples_;
};

}  // namespace p2pchat::kademlia
