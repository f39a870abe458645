// SPDX-License-Identifier: MIT
#include "store_contract.hpp"

namespace p2pchat::test {
namespace {

using sdk::bytes;
using sdk::Errc;

sdk::Errc read(sdk::Store& store, sdk::str table, std::string_view key, std::string& value) {
  value.clear();
  sdk::OutTo out(value);
  return store.get(table, bytes::of(key), out).code;
}

std::string keys(sdk::Store& store, sdk::str table, std::string_view from, std::uint32_t limit) {
  std::string joined;
  const auto status = store.scan(table, bytes::of(from), limit, [&](bytes key, bytes) {
    joined += std::string(key.text()) + ",";
    return 1U;
  });
  EXPECT_TRUE(status.ok()) << status.text;
  return joined;
}

TEST_P(StoreContract, AnEntryIsReadBackAndReplaced) {
  std::string value;
  EXPECT_EQ(read(store(), "t", "k", value), Errc::not_found);
  group([&] { ASSERT_TRUE(store().put("t", bytes::of("k"), bytes::of("one")).ok()); });
  EXPECT_EQ(read(store(), "t", "k", value), Errc::ok);
  EXPECT_EQ(value, "one");
  group([&] { ASSERT_TRUE(store().put("t", bytes::of("k"), bytes::of("two")).ok()); });
  EXPECT_EQ(read(store(), "t", "k", value), Errc::ok);
  EXPECT_EQ(value, "two");
}

TEST_P(StoreContract, KeysAndValuesAreAnyBytes) {
  const std::string key("\0\xff'\"", 4), content("\0\x01\xfe;--", 6);
  group([&] {
    ASSERT_TRUE(store().put("t", bytes::of(key), bytes::of(content)).ok());
    ASSERT_TRUE(store().put("t", bytes::of("empty"), {}).ok());
    ASSERT_TRUE(store().put("t", {}, bytes::of("of the empty key")).ok());
  });
  std::string value;
  EXPECT_EQ(read(store(), "t", key, value), Errc::ok);
  EXPECT_EQ(value, content);
  EXPECT_EQ(read(store(), "t", "empty", value), Errc::ok);
  EXPECT_EQ(value, "");
  EXPECT_EQ(read(store(), "t", "", value), Errc::ok);
  EXPECT_EQ(value, "of the empty key");
}

TEST_P(StoreContract, TablesDoNotSeeEachOther) {
  group([&] {
    ASSERT_TRUE(store().put("a", bytes::of("k"), bytes::of("1")).ok());
    ASSERT_TRUE(store().put("a/b", bytes::of("k2"), bytes::of("2")).ok());
  });
  std::string value;
  EXPECT_EQ(read(store(), "a/b", "k", value), Errc::not_found);
  EXPECT_EQ(keys(store(), "a", "", many), "k,");
  EXPECT_EQ(keys(store(), "b", "", many), "");
}

TEST_P(StoreContract, EraseRemovesAndForgivesAbsence) {
  group([&] {
    ASSERT_TRUE(store().put("t", bytes::of("k"), bytes::of("v")).ok());
    ASSERT_TRUE(store().erase("t", bytes::of("k")).ok());
    ASSERT_TRUE(store().erase("t", bytes::of("never there")).ok());
  });
  std::string value;
  EXPECT_EQ(read(store(), "t", "k", value), Errc::not_found);
}

TEST_P(StoreContract, ScanGoesInByteOrderFromAKey) {
  group([&] {
    for (auto key : {"b", "\xff", "a", "ab", "Z", "c"}) ASSERT_TRUE(store().put("t", bytes::of(key), {}).ok());
  });
  EXPECT_EQ(keys(store(), "t", "", many), "Z,a,ab,b,c,\xff,");
  EXPECT_EQ(keys(store(), "t", "ab", many), "ab,b,c,\xff,");
  EXPECT_EQ(keys(store(), "t", "aa", many), "ab,b,c,\xff,");
  EXPECT_EQ(keys(store(), "t", "", 2), "Z,a,");
  EXPECT_EQ(keys(store(), "t", "", 0), "");
}

TEST_P(StoreContract, AScanEndsWhenItsVisitorReturnsZero) {
  group([&] {
    for (auto key : {"a", "b", "c"}) ASSERT_TRUE(store().put("t", bytes::of(key), bytes::of(key)).ok());
  });
  std::string visited;
  ASSERT_TRUE(store()
                  .scan("t", {}, many,
                        [&](bytes, bytes value) {
                          visited += value.text();
                          return visited.size() < 2 ? 1U : 0U;
                        })
                  .ok());
  EXPECT_EQ(visited, "ab");
}

TEST_P(StoreContract, LimitsAreHeldAndTheGroupGoesOn) {
  const std::string name(64, 'n'), key(256, 'k'), value(1 << 20, 'v');
  group([&] {
    EXPECT_EQ(store().put(name + "n", {}, {}).code, Errc::too_large);
    EXPECT_EQ(store().put(name, bytes::of(key + "k"), {}).code, Errc::too_large);
    EXPECT_EQ(store().put(name, bytes::of(key), bytes::of(value + "v")).code, Errc::too_large);
    EXPECT_EQ(store().put(name, bytes::of(key), bytes::of(value)).code, Errc::ok);
  });
  std::string back;
  EXPECT_EQ(read(store(), name, key, back), Errc::ok);
  EXPECT_EQ(back, value);
}

TEST_P(StoreContract, AScanMayReadAndWriteTheStore) {
  group([&] {
    for (auto key : {"a", "b", "c"}) ASSERT_TRUE(store().put("t", bytes::of(key), bytes::of(key)).ok());
  });
  std::string visited;
  group([&] {
    const auto status = store().scan("t", {}, many, [&](bytes key, bytes) {
      visited += key.text();
      EXPECT_TRUE(store().erase("t", key).ok());
      EXPECT_TRUE(store().put("u", key, {}).ok());
      EXPECT_NE(keys(store(), "u", "", many), "");
      return 1U;
    });
    ASSERT_TRUE(status.ok());
  });
  EXPECT_EQ(visited, "abc");
  EXPECT_EQ(keys(store(), "t", "", many), "");
  EXPECT_EQ(keys(store(), "u", "", many), "a,b,c,");
}

}  // namespace
}  // namespace p2pchat::test
