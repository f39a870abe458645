// SPDX-License-Identifier: MIT
#include "node_store.hpp"

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

namespace p2pchat::test {
namespace {

namespace fs = std::filesystem;

TEST(Opening, ASecondStoreOnOneDirectoryIsBusy) {
  TemporaryDirectory directory;
  NodeStore first, second;
  ASSERT_TRUE(first.open(directory.path()).ok());
  const auto status = second.open(directory.path());
  EXPECT_EQ(status.code, sdk::Errc::busy);
  EXPECT_NE(std::string_view(status.text).find("another p2pchat"), std::string_view::npos) << status.text;
  first->close();
  EXPECT_TRUE(second.open(directory.path()).ok());
}

TEST(Opening, AnotherProgramOnTheFileIsKeptOut) {
  TemporaryDirectory directory;
  NodeStore store;
  ASSERT_TRUE(store.open(directory.path()).ok());
  ASSERT_TRUE(store.add(1, 1).ok());
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open((directory / "store.db").c_str(), &other), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(other, "SELECT * FROM messages", nullptr, nullptr, nullptr), SQLITE_BUSY);
  sqlite3_close(other);
}

TEST(Opening, AMissingDirectoryIsNamedAsTheReason) {
  TemporaryDirectory directory;
  NodeStore store;
  const auto status = store.open(directory / "nowhere");
  EXPECT_EQ(status.code, sdk::Errc::io);
  EXPECT_NE(std::string_view(status.text).find("No such file"), std::string_view::npos) << status.text;
  EXPECT_NE(std::string_view(status.text).find("data directory"), std::string_view::npos) << status.text;
}

TEST(Opening, ADirectoryInPlaceOfTheFileIsAnError) {
  TemporaryDirectory directory;
  fs::create_directory(directory / "store.db");
  NodeStore store;
  const auto status = store.open(directory.path());
  EXPECT_EQ(status.code, sdk::Errc::io) << status.text;
  EXPECT_TRUE(fs::is_directory(directory / "store.db"));
}

/// Opens as an ordinary user, to whom permissions mean something; returns the code.
sdk::Errc open_as_nobody(const fs::path& directory) {
  const auto child = fork();
  if (child == 0) {
    if (geteuid() == 0 && setuid(65534) != 0) _exit(255);
    NodeStore store;
    _exit(static_cast<int>(store.open(directory).code));
  }
  int status = 0;
  waitpid(child, &status, 0);
  return static_cast<sdk::Errc>(WEXITSTATUS(status));
}

TEST(Opening, AReadOnlyFileIsAnErrorAndStaysAsItWas) {
  TemporaryDirectory directory;
  {
    NodeStore store;
    ASSERT_TRUE(store.open(directory.path()).ok());
    ASSERT_TRUE(store.add(1, 3).ok());
  }
  chmod(directory.path().c_str(), 0777);
  chmod((directory / "store.lock").c_str(), 0666);
  chmod((directory / "store.db").c_str(), 0444);
  const auto before = content(directory / "store.db");
  EXPECT_EQ(open_as_nobody(directory.path()), sdk::Errc::io);
  EXPECT_EQ(content(directory / "store.db"), before);
}

TEST(Opening, ADirectoryOfSomebodyElseIsAnError) {
  TemporaryDirectory directory;
  chmod(directory.path().c_str(), 0555);
  EXPECT_EQ(open_as_nobody(directory.path()), sdk::Errc::io);
}

TEST(Opening, WhatItMakesIsForItsOwnerOnly) {
  TemporaryDirectory directory;
  NodeStore store;
  ASSERT_TRUE(store.open(directory.path()).ok());
  ASSERT_TRUE(store.add(1, 1).ok());
  for (auto name : {"store.db", "store.db-wal", "store.lock"}) {
    struct stat file {};
    ASSERT_EQ(stat((directory / name).c_str(), &file), 0) << name;
    EXPECT_EQ(file.st_mode & 0777, 0600U) << name;
  }
}

TEST(Opening, ANewerStoreIsRefusedAndNotTouched) {
  TemporaryDirectory directory;
  {
    NodeStore store;
    ASSERT_TRUE(store.open(directory.path()).ok());
    ASSERT_TRUE(store.add(1, 3).ok());
    store.sql("PRAGMA user_version = 99");
  }
  const auto before = content(directory / "store.db");
  NodeStore store;
  const auto status = store.open(directory.path());
  EXPECT_EQ(status.code, sdk::Errc::unsupported);
  EXPECT_NE(std::string_view(status.text).find("99"), std::string_view::npos) << status.text;
  EXPECT_EQ(content(directory / "store.db"), before);
  EXPECT_EQ(store->begin().code, sdk::Errc::invalid) << "it is not open";
}

TEST(Opening, SettingsAreWhatTheDurabilityArgumentNeeds) {
  TemporaryDirectory directory;
  NodeStore store;
  ASSERT_TRUE(store.open(directory.path()).ok());
  const auto setting = [&](const char* name) {
    std::string value;
    const auto keep = [](void* to, int, char** row, char**) { return *static_cast<std::string*>(to) = row[0], 0; };
    sqlite3_exec(store.connection, (std::string("PRAGMA ") + name).c_str(), keep, &value, nullptr);
    return value;
  };
  EXPECT_EQ(setting("journal_mode"), "wal");
  EXPECT_EQ(setting("synchronous"), "2");
  EXPECT_EQ(setting("locking_mode"), "exclusive");
  EXPECT_EQ(setting("secure_delete"), "1");
  EXPECT_EQ(setting("trusted_schema"), "0");
  EXPECT_EQ(setting("cell_size_check"), "1");
  EXPECT_EQ(setting("foreign_keys"), "1");
}

TEST(Opening, AStoreThatWasNeverFinishedIsBegunAgain) {
  TemporaryDirectory directory;
  std::ofstream(directory / "store.db.begun") << "a first start that was cut off";
  std::ofstream(directory / "store.db.begun-wal") << "somewhere in the middle";
  NodeStore store;
  ASSERT_TRUE(store.open(directory.path()).ok());
  EXPECT_EQ(store.notice, "");
  EXPECT_FALSE(fs::exists(directory / "store.db.begun"));
  EXPECT_FALSE(fs::exists(directory / "store.db.begun-wal"));
  EXPECT_TRUE(store.add(1, 1).ok());
}

TEST(Opening, AForgottenConversationIsOnTheDiskNoMore) {
  TemporaryDirectory directory;
  NodeStore store;
  ASSERT_TRUE(store.open(directory.path()).ok());
  ASSERT_TRUE(store.add(1, 5, "canaryword here").ok());
  ASSERT_EQ(store.found("canaryword"), 5U);
  store->close();
  ASSERT_NE(content(directory / "store.db").find("canaryword"), std::string::npos);
  ASSERT_TRUE(store.open(directory.path()).ok());
  sdk::Id peer;
  peer.b[0] = 1;
  ASSERT_TRUE(store->begin().ok());
  ASSERT_TRUE(store->forget(peer).ok());
  ASSERT_TRUE(store->commit().ok());
  store->close();
  EXPECT_EQ(content(directory / "store.db").find("canary"), std::string::npos);
}

}  // namespace
}  // namespace p2pchat::test
