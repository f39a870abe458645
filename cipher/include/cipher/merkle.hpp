// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/sha256.hpp"

namespace p2pchat::cipher {

/// Merkle trees in the shape of RFC 6962: neighbours are hashed in pairs, level by level; who has none moves up.
/// Leaf = SHA-256(00 | salt | message), node = SHA-256(01 | left | right), so that no node passes for a leaf.
Id merkle_leaf(Sha256& hash, bytes salt, bytes message);

/// A whole tree.
class MerkleTree {
 public:
  /// `leaves` has at least one.
  MerkleTree(Sha256& hash, std::vector<Id> leaves);
  const Id& root() const { return levels_.back().front(); }
  /// The neighbours met on the way from a leaf to the root.
  std::vector<Id> path(std::size_t index) const;

 private:
  std::vector<std::vector<Id>> levels_;
};

/// How many hashes the path of a leaf has.
std::size_t merkle_path_length(std::size_t count, std::size_t index);

/// The root that a leaf and its path lead to. `path` is `merkle_path_length` hashes, one after the other.
Id merkle_root(Sha256& hash, Id leaf, std::size_t count, std::size_t index, bytes path);

}  // namespace p2pchat::cipher
