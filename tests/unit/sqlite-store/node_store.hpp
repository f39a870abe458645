// SPDX-License-Identifier: MIT
#pragma once
#include "sqlite_store.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

struct sqlite3;

namespace p2pchat::test {

/// A directory that goes with the test, in memory where the system has such a place.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// The octets of a file.
std::string content(const std::filesystem::path& file);

/// The plugin as a host holds it, and what a test wants to do with it. Not opened by itself.
class NodeStore {
 public:
  NodeStore() : store_(new sqlite_store::SqliteStore(host_)) {}
  ~NodeStore() { store_->destroy(); }
  sqlite_store::SqliteStore* operator->() { return store_; }

  sdk::Status open(const std::filesystem::path& directory);
  /// The sentence of the last `open`.
  std::string notice;
  /// The connection that the last `open` made, for looking behind the store's back.
  sqlite3* connection = nullptr;
  void sql(const std::string& text);

  /// Adds messages `first` to `last` of one peer as one group; their ids and sequence numbers are these numbers.
  sdk::Status add(std::uint64_t first, std::uint64_t last, std::string_view body = "body");
  /// The sequence numbers in the store, oldest first.
  std::vector<std::uint64_t> numbers();
  std::size_t found(std::string_view words);

 private:
  VirtualClock clock_;
  VirtualHost host_{clock_};
  sqlite_store::SqliteStore* store_;
};

/// 1 to n.
std::vector<std::uint64_t> up_to(std::uint64_t n);

}  // namespace p2pchat::test
