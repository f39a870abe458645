// SPDX-License-Identifier: MIT
#include "cipher/merkle.hpp"

#include "fixture.hpp"

namespace p2pchat::test {
namespace {

using namespace cipher;

class Merkle : public testing::Test {
 protected:
  std::vector<Id> leaves(std::size_t count) {
    std::vector<Id> out;
    for (std::size_t i = 0; i < count; ++i)
      out.push_back(merkle_leaf(hash, bytes::of("salt"), bytes::of(std::to_string(i))));
    return out;
  }
  static Octets joined(const std::vector<Id>& path) {
    Octets out;
    for (const auto& id : path) put(out, id.view());
    return out;
  }
  /// RFC 6962, 2.1, word for word: split at the largest power of two below the count.
  Id root_by_definition(std::span<const Id> of) {
    if (of.size() == 1) return of[0];
    std::size_t split = 1;
    while (2 * split < of.size()) split *= 2;
    const std::uint8_t node_mark = 1;
    const auto left = root_by_definition(of.first(split)), right = root_by_definition(of.subspan(split));
    return hash.of({{&node_mark, 1}, left.view(), right.view()});
  }
  Algorithms algorithms{"AES-256-GCM"};
  Sha256 hash{algorithms};
};

TEST_F(Merkle, TreesHaveTheRootOfRfc6962) {
  for (std::size_t count = 1; count <= 130; ++count)
    ASSERT_EQ(MerkleTree(hash, leaves(count)).root(), root_by_definition(leaves(count))) << count;
}

TEST_F(Merkle, EveryPathLeadsToTheRootAndHasItsLength) {
  for (std::size_t count = 1; count <= 66; ++count) {
    const auto all = leaves(count);
    const MerkleTree tree(hash, all);
    for (std::size_t i = 0; i < count; ++i) {
      const auto path = joined(tree.path(i));
      ASSERT_EQ(path.size(), 32 * merkle_path_length(count, i));
      ASSERT_EQ(merkle_root(hash, all[i], count, i, view(path)), tree.root());
    }
  }
}

TEST_F(Merkle, APathOfAnotherPlaceLeadsElsewhere) {
  const auto all = leaves(8);
  const MerkleTree tree(hash, all);
  for (std::size_t i = 0; i < 8; ++i)
    for (std::size_t j = 0; j < 8; ++j)
      if (i != j) {
        ASSERT_NE(merkle_root(hash, all[i], 8, j, view(joined(tree.path(i)))), tree.root());
        ASSERT_NE(merkle_root(hash, all[i], 8, i, view(joined(tree.path(j)))), tree.root());
      }
}

TEST_F(Merkle, ALeafAndANodeOfTheSameOctetsDiffer) {
  const auto two = leaves(2);
  const auto node = MerkleTree(hash, two).root();
  EXPECT_NE(merkle_leaf(hash, {}, view(joined(two))), node);
  EXPECT_NE(merkle_leaf(hash, two[0].view(), two[1].view()), node);
}

}  // namespace
}  // namespace p2pchat::test
