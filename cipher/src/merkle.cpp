// SPDX-License-Identifier: MIT
#include "cipher/merkle.hpp"

#include <algorithm>

namespace p2pchat::cipher {
namespace {

constexpr std::uint8_t leaf_mark = 0, node_mark = 1;

Id node(Sha256& hash, const Id& left, const Id& right) { return hash.of({{&node_mark, 1}, left.view(), right.view()}); }

bool has_neighbour(std::size_t count, std::size_t index) { return (index ^ 1) < count; }

}  // namespace

Id merkle_leaf(Sha256& hash, bytes salt, bytes message) { return hash.of({{&leaf_mark, 1}, salt, message}); }

MerkleTree::MerkleTree(Sha256& hash, std::vector<Id> leaves) {
  levels_.push_back(std::move(leaves));
  while (levels_.back().size() > 1) {
    const auto& below = levels_.back();
    std::vector<Id> level;
    level.reserve((below.size() + 1) / 2);
    for (std::size_t i = 0; i < below.size(); i += 2)
      level.push_back(has_neighbour(below.size(), i) ? node(hash, below[i], below[i + 1]) : below[i]);
    levels_.push_back(std::move(level));
  }
}

std::vector<Id> MerkleTree::path(std::size_t index) const {
  std::vector<Id> found;
  for (const auto& level : levels_) {
    if (has_neighbour(level.size(), index)) found.push_back(level[index ^ 1]);
    index /= 2;
  }
  return found;
}

std::size_t merkle_path_length(std::size_t count, std::size_t index) {
  std::size_t length = 0;
  for (; count > 1; count = (count + 1) / 2, index /= 2) length += has_neighbour(count, index) ? 1 : 0;
  return length;
}

Id merkle_root(Sha256& hash, Id leaf, std::size_t count, std::size_t index, bytes path) {
  Reader rest(path);
  for (; count > 1; count = (count + 1) / 2, index /= 2) {
    if (!has_neighbour(count, index)) continue;
    Id neighbour;
    std::ranges::copy(std::span<const std::uint8_t>(rest.take(sizeof neighbour.b)), neighbour.b);
    leaf = index % 2 == 0 ? node(hash, leaf, neighbour) : node(hash, neighbour, leaf);
  }
  return leaf;
}

}  // namespace p2pchat::cipher
