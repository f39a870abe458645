// SPDX-License-Identifier: MIT
#include "cipher/record_cipher.hpp"

#include "fixture.hpp"

#include <algorithm>
#include <set>

namespace p2pchat::test {
namespace {

using namespace cipher;

class Records : public testing::Test {
 protected:
  explicit Records(RecordLimits limits = {}) : limits_(limits) {}
  Octets sealed(bytes plain) {
    Octets record;
    sdk::OutTo out(record);
    EXPECT_TRUE(sealer.seal(plain, out).ok());
    return record;
  }
  Status opened(bytes record) {
    text.clear();
    sdk::OutTo out(text);
    return opener.open(record, out);
  }
  SharedAlgorithms algorithms_ = std::make_shared<Algorithms>("AES-256-GCM");
  RecordLimits limits_;
  Secret<32> secret_ = [] {
    Secret<32> secret;
    std::fill_n(secret.data(), 32, std::uint8_t{5});
    return secret;
  }();

 public:
  RecordSealer sealer{algorithms_, secret_, limits_};
  RecordOpener opener{algorithms_, secret_, limits_};
  std::string text;
};

/// Keys replaced every three records or ten octets, worn out after twenty records.
class SmallRecords : public Records {
 protected:
  SmallRecords() : Records({3, 10, 20}) {}
};

TEST_F(Records, ComeBackInOrderAtEveryLength) {
  for (std::size_t length = 0; length < 300; ++length) {
    const std::string plain(length, 'x');
    ASSERT_TRUE(opened(view(sealed(bytes::of(plain)))).ok());
    ASSERT_EQ(text, plain);
  }
}

TEST_F(Records, HoldTheLargestLineAndNoMore) {
  const std::string largest(largest_record, 'x');
  EXPECT_TRUE(opened(view(sealed(bytes::of(largest)))).ok());
  EXPECT_EQ(text, largest);
  Octets record;
  sdk::OutTo out(record);
  EXPECT_EQ(sealer.seal(bytes::of(largest + "x"), out).code, Errc::too_large);
  EXPECT_TRUE(record.empty());
  EXPECT_TRUE(opened(view(sealed(bytes::of("next")))).ok());
}

TEST_F(Records, ReplayedLeftOutOrMovedAreRefused) {
  const auto first = sealed(bytes::of("first")), second = sealed(bytes::of("second"));
  EXPECT_EQ(opened(view(second)).code, Errc::bad_signature);
  EXPECT_TRUE(opened(view(first)).ok());
  EXPECT_EQ(opened(view(first)).code, Errc::bad_signature);
  EXPECT_TRUE(opened(view(second)).ok());
}

TEST_F(Records, OfOneDirectionAreNoneOfTheOther) {
  Secret<32> other;
  RecordOpener theirs(algorithms_, other);
  sdk::OutTo out(text);
  EXPECT_EQ(theirs.open(view(sealed(bytes::of("words"))), out).code, Errc::bad_signature);
}

TEST_F(Records, WithAnyBitFlippedAreRefused) {
  const auto record = sealed(bytes::of("words"));
  for (std::size_t bit = 0; bit < 8 * record.size(); ++bit) {
    ASSERT_EQ(opened(view(flipped(record, bit))).code, Errc::bad_signature) << bit;
    ASSERT_EQ(text, std::string(5, '\0'));
  }
  EXPECT_TRUE(opened(view(record)).ok());
}

TEST_F(Records, OfAnotherLengthAreRefused) {
  auto record = sealed(bytes::of("words"));
  for (std::size_t length = 0; length < record.size(); ++length)
    EXPECT_EQ(opened({record.data(), length}).code, Errc::bad_signature);
  record.push_back(0);
  EXPECT_EQ(opened(view(record)).code, Errc::bad_signature);
}

TEST_F(Records, LookDifferentEachTime) {
  std::set<Octets> seen;
  for (int i = 0; i < 1000; ++i) EXPECT_TRUE(seen.insert(sealed(bytes::of("the same words"))).second);
}

TEST_F(SmallRecords, SurviveTheReplacementOfTheirKeys) {
  for (int i = 0; i < 20; ++i) {
    const std::string plain(static_cast<std::size_t>(i), 'x');
    ASSERT_TRUE(opened(view(sealed(bytes::of(plain)))).ok()) << i;
    ASSERT_EQ(text, plain);
  }
}

TEST_F(SmallRecords, EndWhenTheSessionIsWornOut) {
  for (int i = 0; i < 20; ++i) ASSERT_TRUE(opened(view(sealed({}))).ok());
  Octets record;
  sdk::OutTo out(record);
  EXPECT_EQ(sealer.seal({}, out).code, Errc::expired);
  EXPECT_TRUE(record.empty());
  EXPECT_EQ(opened(view(Octets(16))).code, Errc::expired);
}

TEST_F(SmallRecords, AreUnderAKeyThatTheStartingSecretNoLongerGives) {
  for (int i = 0; i < 3; ++i) sealed({});
  const auto fourth = sealed(bytes::of("fourth"));
  // Who counts right but never replaced the key does not open it; who replaced it does.
  RecordOpener never(algorithms_, secret_, {1000, 1000, 1000});
  RecordSealer same(algorithms_, secret_, {1000, 1000, 1000});
  for (int i = 0; i < 3; ++i) {
    Octets record, plain;
    sdk::OutTo record_out(record), plain_out(plain);
    ASSERT_TRUE(same.seal({}, record_out).ok());
    ASSERT_TRUE(never.open(view(record), plain_out).ok());
    ASSERT_TRUE(opened(view(record)).ok());
  }
  sdk::OutTo out(text);
  EXPECT_EQ(never.open(view(fourth), out).code, Errc::bad_signature);
  EXPECT_TRUE(opened(view(fourth)).ok());
  EXPECT_EQ(text, "fourth");
}

}  // namespace
}  // namespace p2pchat::test
