// SPDX-License-Identifier: MIT
#include "record.hpp"

#include "support/contact_identity.hpp"

#include <gtest/gtest.h>

namespace p2pchat::kademlia {
namespace {

constexpr std::uint64_t now_ms = 1'800'000'000'000, hour_ms = 3'600'000;

class RecordTest : public testing::Test {
 protected:
  /// A record of mine under my own id.
  Record mine(const std::string& value) {
    Record record{.key = identity_.id(), .sequence = 7, .expiry_ms = now_ms + hour_ms};
    append(record.value, sdk::bytes::of(value));
    sdk::OutTo key(record.owner_key);
    EXPECT_TRUE(identity_.key().public_key(key).ok());
    sign(record);
    return record;
  }
  void sign(Record& record) {
    record.signature.clear();
    sdk::OutTo signature(record.signature);
    EXPECT_TRUE(identity_.key().sign(signed_text(record), signature).ok());
  }
  std::optional<Id> owner(const Record& record) { return owner_of(crypto_, record, now_ms); }

  test::VirtualClock clock_;
  test::VirtualHost host_{clock_, 1};
  test::ContactCrypto crypto_{host_};
  test::ContactIdentity identity_{host_, crypto_};
};

TEST_F(RecordTest, IsReadBackAsItWasPacked) {
  const auto record = mine("a value");
  const auto packed = pack(record);
  const auto read = unpack_record(packed);
  ASSERT_TRUE(read);
  EXPECT_EQ(pack(*read), packed);
  EXPECT_EQ(read->value, record.value);
  EXPECT_EQ(owner(*read), identity_.id());
}

TEST_F(RecordTest, CutShortIsNoneOrHasAnotherValue) {
  const auto record = mine("v");
  const auto packed = pack(record);
  for (std::size_t size = 0; size < packed.size(); ++size) {
    const auto read = unpack_record(sdk::bytes(packed.data(), size));
    EXPECT_TRUE(!read || !owner(*read)) << size;
  }
}

TEST_F(RecordTest, WithAnyBitTurnedIsNobodys) {
  const auto packed = pack(mine("a value"));
  for (std::size_t bit = 0; bit < 8 * packed.size(); ++bit) {
    auto changed = packed;
    changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ 1U << bit % 8);
    const auto read = unpack_record(changed);
    EXPECT_TRUE(!read || !owner(*read)) << bit;
  }
}

TEST_F(RecordTest, UnderAKeyOfSomebodyElseIsNobodys) {
  auto record = mine("a value");
  record.key.b[0] ^= 1;
  sign(record);
  EXPECT_FALSE(owner(record));
}

TEST_F(RecordTest, UnderTheDigestOfItsValueIsGood) {
  auto record = mine("a value");
  ASSERT_TRUE(crypto_.digest(record.value, record.key).ok());
  sign(record);
  EXPECT_EQ(owner(record), identity_.id());
}

TEST_F(RecordTest, LivesFourteenDaysAtMostAndNotAfterItsEnd) {
  auto record = mine("a value");
  for (const auto& [expiry_ms, good] : {std::pair{now_ms, false},
                                        {now_ms + 1, true},
                                        {now_ms + longest_life_ms, true},
                                        {now_ms + longest_life_ms + hour_ms, false}}) {
    record.expiry_ms = expiry_ms;
    sign(record);
    EXPECT_EQ(owner(record).has_value(), good) << expiry_ms - now_ms;
  }
}

TEST_F(RecordTest, HoldsThreeKibibytesAndNoMore) {
  EXPECT_TRUE(owner(mine(std::string(max_value, 'x'))));
  EXPECT_FALSE(owner(mine(std::string(max_value + 1, 'x'))));
}

}  // namespace
}  // namespace p2pchat::kademlia
