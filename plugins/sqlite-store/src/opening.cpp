// SPDX-License-Identifier: MIT
#include "opening.hpp"

#include "schema.hpp"
#include "tokenizer.hpp"

#include <sqlite3.h>

namespace p2pchat::sqlite_store {
namespace {

// Before anything is read. FULL: a commit waits until the disk has it, or a loss of power could take what was
// acknowledged. EXCLUSIVE: one connection, so the log's index is in memory and no other program writes meanwhile.
constexpr const char* settings = R"sql(
PRAGMA busy_timeout = 5000;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA foreign_keys = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -16384;
PRAGMA wal_autocheckpoint = 4000;
PRAGMA journal_size_limit = 67108864;
)sql";

sdk::Status configure(Database& database) {
  sqlite3_db_config(database.connection(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // Until all is well nothing is written into the file, not even when it is closed again.
  sqlite3_db_config(database.connection(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  if (auto status = database.run(settings); !status.ok()) return status;
  return add_tokenizer(database);
}

sdk::Status check_version(Database& database) {
  std::int64_t version = 0;
  if (auto status = read_version(database, version); !status.ok()) return status;
  const auto known = static_cast<std::int64_t>(migrations().size());
  return version > known ? migrate(database, migrations()) : sdk::Status();
}

sdk::Status begin_writing(Database& database) {
  if (sqlite3_db_readonly(database.connection(), "main") == 1)
    return {sdk::Errc::io, "the message store may only be read: make store.db writable"};
  auto mode = database.statement("PRAGMA journal_mode = WAL");
  if (!mode.row()) return mode.status();
  if (mode.text(0) != "wal")
    return {sdk::Errc::io, "the message store cannot keep a log in its directory: check that it is on a local disk"};
  return {};
}

// Both read everything; the quick one does not compare indexes with their tables, which takes eight times as long and
// is not what a crash breaks.
sdk::Status check_integrity(Database& database, Directory::Trust trust) {
  if (trust == Directory::Trust::closed) return {};
  const bool damaged = trust == Directory::Trust::damaged;
  auto check = database.statement(damaged ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
  if (!check.row()) return check.status();
  if (check.text(0) == "ok") return {};
  return {sdk::Errc::corrupt, check.text(0)};
}

sdk::Status open_file(Database& database, const std::string& file, Directory::Trust trust) {
  auto status = database.open(file);
  if (status.ok()) status = configure(database);
  if (status.ok()) status = check_version(database);
  if (status.ok()) status = begin_writing(database);
  if (status.ok()) status = check_integrity(database, trust);
  if (status.ok()) status = migrate(database, migrations());
  if (status.ok()) sqlite3_db_config(database.connection(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
  return status;
}

sdk::Status make_file(Database& database, const Directory& directory) {
  std::string begun;
  auto status = directory.begin_new(begun);
  if (status.ok()) status = open_file(database, begun, Directory::Trust::closed);
  database.close();
  if (status.ok()) status = directory.finish_new();
  return status;
}

sdk::Status make_or_open(Database& database, const Directory& directory) {
  if (directory.emptied()) return {sdk::Errc::corrupt, "the message store is empty"};
  if (!directory.has_database())
    if (auto status = make_file(database, directory); !status.ok()) return status;
  const auto trust = directory.trust_in();
  const auto status = open_file(database, directory.database(), trust);
  if (status.ok() && trust == Directory::Trust::damaged) directory.trust();
  return status;
}

}  // namespace

sdk::Status open_store(Database& database, const Directory& directory, std::string& notice) {
  auto status = make_or_open(database, directory);
  if (status.code == sdk::Errc::corrupt) {
    database.close();
    std::string where;
    if (auto moved = directory.set_aside(where); !moved.ok()) return moved;
    notice = "The message store was damaged and is now at " + where + "; a new, empty one was begun.";
    status = make_or_open(database, directory);
  }
  if (!status.ok()) database.close();
  return status;
}

}  // namespace p2pchat::sqlite_store
