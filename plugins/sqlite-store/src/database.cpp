// SPDX-License-Identifier: MIT
#include "database.hpp"

#include <sqlite3.h>

#include <utility>

namespace p2pchat::sqlite_store {
namespace {

std::string with(std::string_view text, const char* detail, std::string_view advice) {
  return std::string(text) + " (" + detail + "): " + std::string(advice);
}

}  // namespace

sdk::Status Database::open(const std::string& path) {
  close();
  damaged_ = false;
  // One thread at a time uses the connection, so SQLite needs no mutex of its own.
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const int opened = sqlite3_open_v2(path.c_str(), &connection_, flags, nullptr);
  if (opened == SQLITE_OK) return {};
  const auto status = error(opened);
  close();
  return status;
}

void Database::close() noexcept {
  for (auto [sql, statement] : idle_) sqlite3_finalize(statement);
  idle_.clear();
  sqlite3_close(connection_);
  connection_ = nullptr;
}

sdk::Status Database::run(const char* sql) {
  const int code = sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) return {};
  failed(code);
  return error(code);
}

int Database::changed() const { return sqlite3_changes(connection_); }

bool Database::in_transaction() const { return connection_ && sqlite3_get_autocommit(connection_) == 0; }

int Database::code() const { return sqlite3_extended_errcode(connection_); }

void Database::failed(int code) {
  // A damaged search index (SQLITE_CORRUPT_VTAB) is made anew from the messages; it says nothing of the file.
  if (code == SQLITE_CORRUPT_VTAB) return;
  if ((code & 0xff) == SQLITE_CORRUPT || code == SQLITE_NOTADB) damaged_ = true;
}

sdk::Status Database::error(int code) const {
  const char* detail = connection_ ? sqlite3_errmsg(connection_) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_FULL:
      return {sdk::Errc::io, "the disk is full: free some space; nothing of this was kept"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {sdk::Errc::io, with("the message store cannot be written", detail, "check its permissions")};
    case SQLITE_CANTOPEN:
      return {sdk::Errc::io, with("the message store cannot be opened", detail, "check file and directory")};
    case SQLITE_IOERR:
      return {sdk::Errc::io, with("the disk failed", detail, "check it; nothing of this was kept")};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {sdk::Errc::busy, "another program uses the message store: close it"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {sdk::Errc::corrupt, "the message store is damaged: restart, and it is set aside and a new one begun"};
    case SQLITE_TOOBIG:
      return {sdk::Errc::too_large, "the message store cannot hold something so large"};
    default:
      return {sdk::Errc::internal, with("the message store failed", detail, "report this")};
  }
}

sqlite3_stmt* Database::take(const char* sql) {
  const auto found = idle_.find(sql);
  if (found != idle_.end() && found->second) return std::exchange(found->second, nullptr);
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(connection_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) failed(code);
  return statement;
}

void Database::give_back(const char* sql, sqlite3_stmt* statement) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  auto& place = idle_[sql];
  // A visitor used the same statement meanwhile and gave its own back first.
  if (place)
    sqlite3_finalize(statement);
  else
    place = statement;
}

}  // namespace p2pchat::sqlite_store
