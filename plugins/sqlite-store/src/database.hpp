// SPDX-License-Identifier: MIT
#pragma once
#include "statement.hpp"

#include <p2pchat/abi.hpp>

#include <string>
#include <unordered_map>

struct sqlite3;

namespace p2pchat::sqlite_store {

/// One connection and the statements prepared on it.
class Database {
 public:
  Database() = default;
  Database(Database&&) = delete;
  ~Database() { close(); }

  /// Opens or creates a file, without touching what is in it.
  sdk::Status open(const std::string& path);
  /// Writes everything into the file and closes. Harmless when not open.
  void close() noexcept;
  bool is_open() const { return connection_ != nullptr; }
  sqlite3* connection() const { return connection_; }

  /// Runs statements that are needed once and take no values.
  sdk::Status run(const char* sql);
  /// A statement, prepared on its first use and kept. `sql` is a literal: its address is the key.
  Statement statement(const char* sql) { return {*this, sql}; }

  /// How many rows the last statement that writes has changed.
  int changed() const;
  /// Whether a transaction is open. SQLite ends it by itself on some errors.
  bool in_transaction() const;
  /// Whether SQLite ever found the file damaged.
  bool damaged() const { return damaged_; }
  /// SQLite's code of the last error, and a code as a status in words.
  int code() const;
  sdk::Status error(int code) const;
  /// Notes what an error says of the file.
  void failed(int code);

 private:
  friend class Statement;
  sqlite3_stmt* take(const char* sql);
  void give_back(const char* sql, sqlite3_stmt* statement);

  sqlite3* connection_ = nullptr;
  std::unordered_map<const char*, sqlite3_stmt*> idle_;
  bool damaged_ = false;
};

}  // namespace p2pchat::sqlite_store
