// SPDX-License-Identifier: MIT
#include "node_store.hpp"

#include <sqlite3.h>

#include <fstream>

namespace p2pchat::test {
namespace {

namespace fs = std::filesystem;

/// A store with messages in it that was closed as it should be.
class Damage : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(store.open(directory.path()).ok());
    ASSERT_TRUE(store.add(1, 400, std::string(500, 'x')).ok());
    store->close();
  }
  fs::path file() const { return directory / "store.db"; }
  fs::path aside(int n) const { return directory / ("store.db.corrupt-" + std::to_string(n)); }

  void overwrite(std::uintmax_t offset, std::size_t size) {
    std::fstream(file(), std::ios::binary | std::ios::in | std::ios::out).seekp(static_cast<std::streamoff>(offset))
        << std::string(size, '\x5a');
  }
  void expect_set_aside(int n = 1) {
    EXPECT_NE(store.notice.find("store.db.corrupt-" + std::to_string(n)), std::string::npos) << store.notice;
    EXPECT_NE(store.notice.find(directory.path().string()), std::string::npos) << store.notice;
    EXPECT_TRUE(fs::exists(aside(n)));
    EXPECT_EQ(store.numbers(), up_to(0));
    EXPECT_TRUE(store.add(1, 2).ok());
    ASSERT_TRUE(store.open(directory.path()).ok());
    EXPECT_EQ(store.notice, "");
    EXPECT_EQ(store.numbers(), up_to(2));
  }

  TemporaryDirectory directory;
  NodeStore store;
};

TEST_F(Damage, AWholeStoreOpensWithoutANotice) {
  ASSERT_TRUE(store.open(directory.path()).ok());
  EXPECT_EQ(store.notice, "");
  EXPECT_EQ(store.numbers(), up_to(400));
  EXPECT_FALSE(fs::exists(aside(1)));
}

TEST_F(Damage, OfTheHeaderSetsTheFileAside) {
  overwrite(0, 100);
  const auto size = fs::file_size(file());
  ASSERT_TRUE(store.open(directory.path()).ok());
  EXPECT_EQ(fs::file_size(aside(1)), size);
  expect_set_aside();
}

TEST_F(Damage, OfTheSchemaSetsTheFileAside) {
  overwrite(100, 3000);
  ASSERT_TRUE(store.open(directory.path()).ok());
  expect_set_aside();
}

TEST_F(Damage, ByCuttingItOffSetsTheFileAside) {
  fs::resize_file(file(), fs::file_size(file()) / 2);
  ASSERT_TRUE(store.open(directory.path()).ok());
  expect_set_aside();
}

TEST_F(Damage, ByEmptyingItSetsTheFileAside) {
  fs::resize_file(file(), 0);
  ASSERT_TRUE(store.open(directory.path()).ok());
  expect_set_aside();
}

TEST_F(Damage, WithRubbishInItsPlaceSetsItAside) {
  fs::resize_file(file(), 0);
  std::ofstream(file()) << std::string(5000, '?');
  ASSERT_TRUE(store.open(directory.path()).ok());
  expect_set_aside();
}

TEST_F(Damage, OfPagesInTheMiddleIsFoundWhereTheyAreReadAndSetAsideNextTime) {
  overwrite(fs::file_size(file()) / 2, 8 * 4096);
  ASSERT_TRUE(store.open(directory.path()).ok());
  sdk::Id peer;
  peer.b[0] = 1;
  const auto status = store->history(peer, 0, ~0U, [](const sdk::Message&) { return 1U; });
  EXPECT_EQ(status.code, sdk::Errc::corrupt);
  EXPECT_NE(std::string_view(status.text).find("restart"), std::string_view::npos) << status.text;
  ASSERT_TRUE(store.open(directory.path()).ok());
  expect_set_aside();
}

TEST_F(Damage, OfPagesInTheMiddleIsFoundAtOnceAfterACrash) {
  ASSERT_TRUE(store.open(directory.path()).ok());
  ASSERT_TRUE(store.add(401, 401).ok());
  TemporaryDirectory crashed;  // the files as they are while the store is open
  for (auto name : {"store.db", "store.db-wal"}) fs::copy_file(directory / name, crashed / name);
  store->close();
  std::fstream(crashed / "store.db", std::ios::binary | std::ios::in | std::ios::out)
          .seekp(static_cast<std::streamoff>(fs::file_size(crashed / "store.db") / 2))
      << std::string(8 * 4096, '\x5a');
  ASSERT_TRUE(store.open(crashed.path()).ok());
  EXPECT_NE(store.notice, "");
  EXPECT_TRUE(fs::exists(crashed / "store.db.corrupt-1"));
  EXPECT_TRUE(fs::exists(crashed / "store.db.corrupt-1-wal"));
}

TEST_F(Damage, NeverOverwritesWhatWasSetAsideBefore) {
  for (int n = 1; n <= 3; ++n) {
    overwrite(0, 100);
    ASSERT_TRUE(store.open(directory.path()).ok());
    expect_set_aside(n);
    store->close();
  }
}

TEST_F(Damage, OfTheSearchIndexIsRepairedFromTheMessages) {
  ASSERT_TRUE(store.open(directory.path()).ok());
  ASSERT_TRUE(store.add(401, 410, "needle").ok());
  ASSERT_EQ(store.found("needle"), 10U);
  sqlite3_db_config(store.connection, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
  store.sql("UPDATE words_data SET block = x'ffffffffffffffff' WHERE id > 10");
  ASSERT_TRUE(store.open(directory.path()).ok());
  std::uint64_t next = 0;
  const auto first = store->search("needle", {}, 0, 50, next, [](const sdk::Message&) { return 1U; });
  EXPECT_EQ(first.code, sdk::Errc::busy) << first.text;
  EXPECT_EQ(store.found("needle"), 10U);
  EXPECT_EQ(store.numbers(), up_to(410));
}

}  // namespace
}  // namespace p2pchat::test
