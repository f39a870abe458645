// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <string>

namespace p2pchat::sqlite_store {

/// A store's directory, held against other processes, and the files in it that SQLite does not make itself.
class Directory {
 public:
  Directory() = default;
  Directory(Directory&&) = delete;
  ~Directory() { release(); }

  /// Takes it for this process. Errors: `busy`: another has it; `io`.
  sdk::Status hold(std::string path);
  void release() noexcept;

  std::string database() const { return path_ + "/store.db"; }
  bool has_database() const;
  /// Where a new database is begun, so that `store.db` is whole from its first moment. Makes an empty file there.
  sdk::Status begin_new(std::string& where) const;
  /// Gives what was begun, and is complete and closed, its name.
  sdk::Status finish_new() const;
  /// What the last session left behind.
  enum class Trust { closed, not_closed, damaged };
  Trust trust_in() const;
  /// Writes down that the store must be checked when it is next opened.
  void doubt() const;
  void trust() const;
  /// Whether the database has nothing in it any more, which SQLite would silently take for a new one.
  bool emptied() const;
  /// Moves the database and what belongs to it out of the way, as `store.db.corrupt-N`; writes where to.
  sdk::Status set_aside(std::string& where) const;

 private:
  std::string path_;
  int lock_ = -1;
};

}  // namespace p2pchat::sqlite_store
