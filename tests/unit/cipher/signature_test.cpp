// SPDX-License-Identifier: MIT
#include "cipher/message_signature.hpp"
#include "cipher/message_signer.hpp"
#include "cipher/signature_checker.hpp"
#include "schemes.hpp"

#include <algorithm>

namespace p2pchat::test {
namespace {

using namespace cipher;

class Signatures : public OfEveryScheme {
 protected:
  std::vector<Octets> batch(const std::vector<std::string>& messages) const {
    std::vector<bytes> views;
    for (const auto& message : messages) views.push_back(bytes::of(message));
    std::vector<Octets> found(messages.size());
    const sdk::Fn<void(std::uint32_t, bytes)> each = [&](std::uint32_t index, bytes signature) {
      found.at(index).assign(signature.ptr, signature.ptr + signature.len);
    };
    EXPECT_TRUE(sign_messages(*algorithms, *mine, views, each).ok());
    return found;
  }
  static std::vector<std::string> messages(std::size_t count) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i) out.push_back("purpose/1 message " + std::to_string(i));
    return out;
  }
  Status check(std::string_view message, const Octets& signature) const {
    // A checker of its own each time, so that nothing is remembered.
    return SignatureChecker(algorithms).check(mine->public_half(), bytes::of(message), view(signature));
  }
  SharedPrivateKey mine = key(0);
};

TEST_P(Signatures, OfEveryMessageOfEveryBatchHoldAlone) {
  for (const std::size_t count : {1u, 2u, 3u, 4u, 5u, 7u, 8u, 9u, 31u, 33u, 100u, 511u, 512u}) {
    const auto texts = messages(count);
    const auto signatures = batch(texts);
    SignatureChecker checker(algorithms);
    for (std::size_t i = 0; i < count; ++i)
      ASSERT_TRUE(checker.check(mine->public_half(), bytes::of(texts[i]), view(signatures[i])).ok())
          << i << "/" << count;
    EXPECT_TRUE(check(texts.back(), signatures.back()).ok());
  }
}

TEST_P(Signatures, OfABatchHoldForTheirOwnMessageAndKeyOnly) {
  const auto texts = messages(9);
  const auto signatures = batch(texts);
  SignatureChecker checker(algorithms);
  const auto stranger = key(1);
  for (std::size_t i = 0; i < 9; ++i)
    for (std::size_t j = 0; j < 9; ++j)
      ASSERT_EQ(checker.check(mine->public_half(), bytes::of(texts[i]), view(signatures[j])).ok(), i == j);
  EXPECT_EQ(checker.check(stranger->public_half(), bytes::of(texts[0]), view(signatures[0])).code, Errc::bad_signature);
}

TEST_P(Signatures, OfABatchWithAnyBitFlippedAreRefused) {
  const auto texts = messages(5);
  const auto signatures = batch(texts);
  for (std::size_t bit = 0; bit < 8 * signatures[2].size(); ++bit)
    ASSERT_FALSE(check(texts[2], flipped(signatures[2], bit)).ok()) << bit;
}

TEST_P(Signatures, OfABatchCutOrExtendedAreMalformed) {
  const auto texts = messages(5);
  auto signature = batch(texts)[2];
  for (std::size_t length = 0; length < signature.size(); ++length) {
    const Octets cut(signature.begin(), signature.begin() + static_cast<std::ptrdiff_t>(length));
    ASSERT_EQ(check(texts[2], cut).code, Errc::malformed) << length;
  }
  signature.push_back(0);
  EXPECT_EQ(check(texts[2], signature).code, Errc::malformed);
}

TEST_P(Signatures, ARootHeldOnceDoesNotVouchForOthers) {
  const auto texts = messages(4);
  auto signatures = batch(texts);
  SignatureChecker checker(algorithms);
  ASSERT_TRUE(checker.check(mine->public_half(), bytes::of(texts[0]), view(signatures[0])).ok());
  EXPECT_FALSE(checker.check(mine->public_half(), bytes::of("purpose/1 other"), view(signatures[0])).ok());
  EXPECT_FALSE(checker.check(key(1)->public_half(), bytes::of(texts[1]), view(signatures[1])).ok());
  signatures[1].at(40) ^= 1;  // in the key's signature: another fact than the one remembered
  EXPECT_FALSE(checker.check(mine->public_half(), bytes::of(texts[1]), view(signatures[1])).ok());
}

TEST_P(Signatures, AnInnerNodeIsNoMessage) {
  // In a tree of four, what the node over the first two leaves is a hash of, offered as a message beside the other
  // node.
  const auto texts = messages(4);
  const auto signatures = batch(texts);
  Sha256 hash(*algorithms);
  const auto first = std::get<BatchSignature>(*parse_signature(view(signatures[0])));
  Octets inside;
  put(inside, merkle_leaf(hash, first.salt, bytes::of(texts[0])).view());
  put(inside, slice(first.path, 0, 32));
  const auto salt = slice(view(inside), 0, 16), message = slice(view(inside), 16, 48);
  const auto other_node = slice(first.path, 32, 32);
  EXPECT_EQ(check(message.text(), encode(BatchSignature{2, 0, salt, first.by_key, other_node})).code,
            Errc::bad_signature);
  EXPECT_EQ(check(message.text(), encode(BatchSignature{4, 0, salt, first.by_key, other_node})).code, Errc::malformed);
}

TEST_P(Signatures, OfASingleMessageAndOfABatchAreApart) {
  const auto texts = messages(2);
  const auto signatures = batch(texts);
  const auto batched = std::get<BatchSignature>(*parse_signature(view(signatures[0])));
  Sha256 hash(*algorithms);
  const auto leaf = merkle_leaf(hash, batched.salt, bytes::of(texts[0]));
  const auto root = merkle_root(hash, leaf, 2, 0, batched.path);
  const auto what_was_signed = batch_message(2, root);
  ASSERT_TRUE(mine->public_half().verify({view(what_was_signed)}, batched.by_key));
  EXPECT_EQ(check(view(what_was_signed).text(), encode(SingleSignature{batched.by_key})).code, Errc::bad_signature);
}

TEST_P(Signatures, NothingIsSignedThatTheSuiteSignsByItself) {
  using namespace std::string_view_literals;
  for (const auto text :
       {"p2pchat/batch/1\0 anything"sv, "p2pchat/delegation/1\0 anything"sv,
        "                                                                p2pchat/hs/1 initiator\0"sv}) {
    const bytes one[] = {bytes::of(text)}, both[] = {bytes::of("fine"), bytes::of(text)};
    bool called = false;
    const SignaturesFn each = [&](std::uint32_t, bytes) { called = true; };
    EXPECT_EQ(sign_messages(*algorithms, *mine, one, each).code, Errc::invalid);
    EXPECT_EQ(sign_messages(*algorithms, *mine, both, each).code, Errc::invalid);
    EXPECT_FALSE(called);
  }
}

TEST_P(Signatures, MoreThan512MessagesShareNone) {
  const std::vector<bytes> many(513, bytes::of("message"));
  const sdk::Fn<void(std::uint32_t, bytes)> each = [](std::uint32_t, bytes) { ADD_FAILURE(); };
  EXPECT_EQ(sign_messages(*algorithms, *mine, many, each).code, Errc::too_large);
  EXPECT_TRUE(sign_messages(*algorithms, *mine, {}, each).ok());
}

TEST_P(Signatures, OfEqualShortMessagesTellNothingOfEachOther) {
  const auto signatures = batch({"yes", "yes", "no", "no"});
  std::vector<std::string> neighbours;
  for (const auto& signature : signatures) {
    const auto parsed = std::get<BatchSignature>(*parse_signature(view(signature)));
    neighbours.push_back(to_hex(slice(parsed.path, 0, 32)));
  }
  std::ranges::sort(neighbours);
  EXPECT_EQ(std::ranges::adjacent_find(neighbours), neighbours.end());
}

TEST_P(Signatures, ACheckerForgetsTheOldestAndStaysRight) {
  RecentIds recent(3);
  const auto id = [](std::uint8_t n) {
    Id made;
    made.b[0] = n;
    return made;
  };
  for (std::uint8_t n = 1; n <= 4; ++n) recent.insert(id(n));
  recent.insert(id(4));
  EXPECT_FALSE(recent.contains(id(1)));
  for (std::uint8_t n = 2; n <= 4; ++n) EXPECT_TRUE(recent.contains(id(n)));
}

INSTANTIATE_TEST_SUITE_P(Schemes, Signatures, every_scheme, name_of_scheme);

}  // namespace
}  // namespace p2pchat::test
