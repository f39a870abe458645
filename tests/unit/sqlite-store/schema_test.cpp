// SPDX-License-Identifier: MIT
#include "schema.hpp"

#include "node_store.hpp"
#include "tokenizer.hpp"

#include <sqlite3.h>

namespace p2pchat::test {
namespace {

using sqlite_store::Database;
using sqlite_store::migrate;
using sqlite_store::migrations;

/// Everything the schema consists of, as one text.
std::string schema_of(Database& database) {
  std::string all;
  auto select =
      database.statement("SELECT type || ' ' || name || ' ' || ifnull(sql, '') FROM sqlite_schema ORDER BY 1");
  while (select.row()) all += std::string(select.text(0)) + "\n";
  return all;
}

std::int64_t version_of(Database& database) {
  std::int64_t version = -1;
  EXPECT_TRUE(sqlite_store::read_version(database, version).ok());
  return version;
}

void open(Database& database, const std::filesystem::path& file) {
  ASSERT_TRUE(database.open(file.string()).ok());
  ASSERT_TRUE(add_tokenizer(database).ok());
}

TEST(Schema, OfEveryOlderVersionBecomesTodays) {
  TemporaryDirectory directory;
  Database fresh;
  open(fresh, directory / "fresh.db");
  ASSERT_TRUE(migrate(fresh, migrations()).ok());
  for (std::size_t version = 0; version <= migrations().size(); ++version) {
    Database older;
    open(older, directory / ("from-" + std::to_string(version)));
    ASSERT_TRUE(migrate(older, migrations().first(version)).ok());
    EXPECT_EQ(version_of(older), static_cast<std::int64_t>(version));
    ASSERT_TRUE(migrate(older, migrations()).ok());
    EXPECT_EQ(version_of(older), static_cast<std::int64_t>(migrations().size()));
    EXPECT_EQ(schema_of(older), schema_of(fresh)) << "from version " << version;
  }
}

TEST(Schema, KeepsWhatIsInItThroughLaterSteps) {
  TemporaryDirectory directory;
  Database database;
  open(database, directory / "store.db");
  const char* const steps[] = {"CREATE TABLE t(a)", "ALTER TABLE t ADD COLUMN b DEFAULT 7"};
  ASSERT_TRUE(migrate(database, std::span(steps).first(1)).ok());
  ASSERT_TRUE(database.run("INSERT INTO t VALUES(1)").ok());
  ASSERT_TRUE(migrate(database, steps).ok());
  auto select = database.statement("SELECT a + b FROM t");
  ASSERT_TRUE(select.row());
  EXPECT_EQ(select.number(0), 8);
}

TEST(Schema, IsLeftAsItWasWhenAStepFails) {
  TemporaryDirectory directory;
  Database database;
  open(database, directory / "store.db");
  const char* const steps[] = {"CREATE TABLE one(a)", "CREATE TABLE two(a); CREATE TABLE one(a)"};
  ASSERT_TRUE(migrate(database, std::span(steps).first(1)).ok());
  const auto before = schema_of(database);
  EXPECT_FALSE(migrate(database, steps).ok());
  EXPECT_EQ(schema_of(database), before);
  EXPECT_EQ(version_of(database), 1);
  EXPECT_FALSE(database.in_transaction());
}

// Whoever changes a released step breaks every store made with it: add a new one instead.
TEST(Schema, OfVersionOneIsNeverEdited) {
  TemporaryDirectory directory;
  Database database;
  open(database, directory / "store.db");
  ASSERT_TRUE(migrate(database, migrations().first(1)).ok());
  std::string names;
  auto select = database.statement("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name");
  while (select.row()) names += std::string(select.text(0)) + " ";
  EXPECT_EQ(names,
            "entries messages messages_by_id messages_by_place messages_by_seq messages_unread messages_unsettled "
            "peers rows search_mark words words_config words_data words_idx ");
}

}  // namespace
}  // namespace p2pchat::test
