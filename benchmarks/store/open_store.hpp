// SPDX-License-Identifier: MIT
#pragma once
#include "sqlite_store.hpp"
#include "support/virtual_host.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

struct sqlite3;

namespace p2pchat::benchmark {

/// A sqlite-store in a directory that goes with it, and the connection behind it.
class OpenStore {
 public:
  OpenStore();
  ~OpenStore();
  sqlite_store::SqliteStore& operator*() { return *store_; }
  sqlite_store::SqliteStore* operator->() { return store_; }
  void reopen();
  /// Runs SQL behind the store's back; returns the number of rows.
  std::uint64_t sql(const std::string& text);
  std::uint64_t bytes_on_disk() const;

 private:
  std::filesystem::path directory_;
  test::VirtualClock clock_;
  test::VirtualHost host_{clock_};
  sqlite_store::SqliteStore* store_;
  sqlite3* connection_ = nullptr;
};

/// CPU time of this process in microseconds.
double cpu_us();
/// CPU time of one call.
double cpu_of(const std::function<void()>& work);

/// The middle of repeated measurements, and how far they lie apart.
struct Spread {
  double median, low, high;
};
Spread spread(std::vector<double> values);

}  // namespace p2pchat::benchmark
