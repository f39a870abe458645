// SPDX-License-Identifier: MIT
#include "statement.hpp"

#include "database.hpp"

#include <sqlite3.h>

namespace p2pchat::sqlite_store {

Statement::Statement(Database& database, const char* sql)
    : database_(database), sql_(sql), statement_(database.take(sql)), code_(statement_ ? SQLITE_OK : database.code()) {}

Statement::~Statement() {
  if (statement_) database_.give_back(sql_, statement_);
}

bool Statement::row() {
  if (code_ != SQLITE_OK && code_ != SQLITE_ROW) return false;
  code_ = sqlite3_step(statement_);
  if (code_ != SQLITE_ROW && code_ != SQLITE_DONE) database_.failed(code_);
  return code_ == SQLITE_ROW;
}

sdk::Status Statement::run() {
  while (row()) {
  }
  return status();
}

sdk::Status Statement::status() const {
  if (code_ == SQLITE_OK || code_ == SQLITE_ROW || code_ == SQLITE_DONE) return {};
  return database_.error(code_);
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_, column); }

sdk::bytes Statement::blob(int column) const {
  const auto* octets = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
  return {octets, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void Statement::bind_at(int index, std::int64_t value) {
  if (code_ == SQLITE_OK) code_ = sqlite3_bind_int64(statement_, index, value);
}

// An empty text or blob needs a pointer all the same, or it would be bound as NULL.
void Statement::bind_at(int index, std::string_view text) {
  const char* octets = text.empty() ? "" : text.data();
  if (code_ == SQLITE_OK)
    code_ = sqlite3_bind_text64(statement_, index, octets, text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind_at(int index, sdk::bytes blob) {
  const void* octets = blob.len == 0 ? static_cast<const void*>("") : blob.ptr;
  if (code_ == SQLITE_OK) code_ = sqlite3_bind_blob64(statement_, index, octets, blob.len, SQLITE_STATIC);
}

}  // namespace p2pchat::sqlite_store
