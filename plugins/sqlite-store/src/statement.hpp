// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <cstdint>
#include <string_view>

struct sqlite3_stmt;

namespace p2pchat::sqlite_store {

class Database;

/// One use of a prepared statement: bind, step, read. Goes back to its database when it ends.
///
/// What is bound is borrowed until then. An error of preparing or binding shows in `status` and ends the rows.
class Statement {
 public:
  Statement(Database& database, const char* sql);
  Statement(Statement&&) = delete;
  ~Statement();

  /// Binds the values to ?1, ?2, ... in their order.
  template <class... Values>
  Statement& bind(const Values&... values) {
    int index = 0;
    (bind_at(++index, values), ...);
    return *this;
  }
  /// Moves to the next row; false at the end and on an error.
  bool row();
  /// Runs to the end.
  sdk::Status run();
  /// How it went so far.
  sdk::Status status() const;

  // Columns of the row, from 0; texts and blobs are valid until the next step.
  std::int64_t number(int column) const;
  std::uint64_t count(int column) const { return static_cast<std::uint64_t>(number(column)); }
  sdk::bytes blob(int column) const;
  std::string_view text(int column) const { return blob(column).text(); }

 private:
  void bind_at(int index, std::int64_t value);
  void bind_at(int index, int value) { bind_at(index, static_cast<std::int64_t>(value)); }
  void bind_at(int index, std::uint32_t value) { bind_at(index, static_cast<std::int64_t>(value)); }
  void bind_at(int index, std::uint64_t value) { bind_at(index, static_cast<std::int64_t>(value)); }
  void bind_at(int index, std::string_view text);
  void bind_at(int index, sdk::str text) { bind_at(index, std::string_view(text)); }
  void bind_at(int index, sdk::bytes blob);

  Database& database_;
  const char* sql_;
  sqlite3_stmt* statement_;
  int code_;  // of SQLite
};

}  // namespace p2pchat::sqlite_store
