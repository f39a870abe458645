// SPDX-License-Identifier: MIT
#include "node_store.hpp"
#include "shim_vfs.hpp"

#include <sqlite3.h>

namespace p2pchat::test {
namespace {

TEST(FullDisk, TheGroupIsRefusedWithAdviceAndNothingOfItKept) {
  TemporaryDirectory directory;
  NodeStore store;
  ASSERT_TRUE(store.open(directory.path()).ok());
  ASSERT_TRUE(store.add(1, 3).ok());
  store.sql("PRAGMA max_page_count = 60");
  const std::string large(64 * 1024, 'x');
  const auto status = store.add(4, 10, large);
  EXPECT_EQ(status.code, sdk::Errc::io);
  EXPECT_NE(std::string_view(status.text).find("free some space"), std::string_view::npos) << status.text;
  EXPECT_EQ(store.numbers(), up_to(3));
  store.sql("PRAGMA max_page_count = 100000");
  EXPECT_TRUE(store.add(4, 10, large).ok());
  EXPECT_EQ(store.numbers(), up_to(10));
}

TEST(FullDisk, AGroupWithAFailedWriteCannotBeCommittedWithoutIt) {
  TemporaryDirectory directory;
  NodeStore store;
  ASSERT_TRUE(store.open(directory.path()).ok());
  store.sql("PRAGMA max_page_count = 60");
  const std::vector<std::uint8_t> large(400 * 1024);
  ASSERT_TRUE(store->begin().ok());
  ASSERT_TRUE(store->put("t", sdk::bytes::of("small"), {}).ok());
  EXPECT_EQ(store->put("t", sdk::bytes::of("large"), large).code, sdk::Errc::io);
  EXPECT_EQ(store->put("t", sdk::bytes::of("after"), {}).code, sdk::Errc::io);
  EXPECT_EQ(store->commit().code, sdk::Errc::io);
  std::string value;
  sdk::OutTo out(value);
  for (auto key : {"small", "large", "after"})
    EXPECT_EQ(store->get("t", sdk::bytes::of(key), out).code, sdk::Errc::not_found);
}

TEST(FailedWrite, EndsItsGroupAlsoWhereSqliteWouldGoOn) {
  TemporaryDirectory directory;
  NodeStore store;
  ASSERT_TRUE(store.open(directory.path()).ok());
  store.sql(
      "CREATE TEMP TRIGGER refuse BEFORE INSERT ON entries WHEN NEW.name = 'bad' BEGIN SELECT RAISE(ABORT, 'no'); "
      "END");
  ASSERT_TRUE(store->begin().ok());
  ASSERT_TRUE(store->put("t", sdk::bytes::of("before"), {}).ok());
  EXPECT_FALSE(store->put("bad", sdk::bytes::of("k"), {}).ok());
  EXPECT_FALSE(store->put("t", sdk::bytes::of("after"), {}).ok());
  EXPECT_FALSE(store->commit().ok());
  std::string value;
  sdk::OutTo out(value);
  for (auto key : {"before", "after"}) EXPECT_EQ(store->get("t", sdk::bytes::of(key), out).code, sdk::Errc::not_found);
}

/// Fails the k-th write or sync, for every k until the group gets through untouched: whatever happens, a group is kept
/// whole or not at all, and the store goes on once the disk does.
void fail_each_call(int error) {
  bool untouched = false;
  for (std::uint64_t k = 1; !untouched; ++k) {
    ASSERT_LT(k, 500U);
    TemporaryDirectory directory;
    ShimVfs disk;
    disk.recording = false;
    NodeStore store;
    ASSERT_TRUE(store.open(directory.path()).ok());
    store.sql("PRAGMA wal_autocheckpoint = 5");
    ASSERT_TRUE(store.add(1, 20).ok());
    disk.calls = 0;
    disk.fault = [&](std::uint64_t call) { return call == k ? error : 0; };
    const auto status = store.add(21, 40);
    untouched = disk.calls < k;
    if (!status.ok()) {
      EXPECT_EQ(status.code, sdk::Errc::io) << "call " << k << ": " << status.text;
      EXPECT_EQ(store.numbers(), up_to(20)) << "call " << k;
    } else {
      EXPECT_EQ(store.numbers(), up_to(40)) << "call " << k;
    }
    disk.fault = nullptr;
    EXPECT_TRUE(store.add(status.ok() ? 41 : 21, 60).ok()) << "call " << k;
    ASSERT_TRUE(store.open(directory.path()).ok());
    EXPECT_EQ(store.notice, "") << "call " << k;
    EXPECT_EQ(store.numbers(), up_to(60)) << "call " << k;
    EXPECT_EQ(store.found("body"), 60U) << "call " << k;
  }
}

TEST(FullDisk, IsSurvivedAtEveryWrite) { fail_each_call(SQLITE_FULL); }

TEST(FailingDisk, IsSurvivedAtEveryWriteAndSync) { fail_each_call(SQLITE_IOERR_WRITE); }

}  // namespace
}  // namespace p2pchat::test
