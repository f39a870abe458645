// SPDX-License-Identifier: MIT
#include "open_store.hpp"

#include <sqlite3.h>
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace p2pchat::benchmark {
namespace {

sqlite3* newest_connection = nullptr;

int remember(sqlite3* connection, const char**, const struct sqlite3_api_routines*) {
  newest_connection = connection;
  return SQLITE_OK;
}

}  // namespace

OpenStore::OpenStore() : store_(new sqlite_store::SqliteStore(host_)) {
  auto name = (std::filesystem::current_path() / "store-benchmark-XXXXXX").string();  // a disk, where /tmp may be none
  directory_ = mkdtemp(name.data());
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(remember));
  reopen();
}

OpenStore::~OpenStore() {
  store_->destroy();
  std::filesystem::remove_all(directory_);
}

void OpenStore::reopen() {
  std::string notice;
  sdk::OutTo out(notice);
  const auto status = store_->open(directory_.string(), out);
  if (!status.ok()) std::fprintf(stderr, "%s\n", status.text), std::exit(1);
  connection_ = newest_connection;
}

std::uint64_t OpenStore::sql(const std::string& text) {
  std::uint64_t rows = 0;
  const auto count = [](void* counter, int, char**, char**) { return ++*static_cast<std::uint64_t*>(counter), 0; };
  char* error = nullptr;
  if (sqlite3_exec(connection_, text.c_str(), count, &rows, &error) != SQLITE_OK)
    std::fprintf(stderr, "%s\n", error), std::exit(1);
  return rows;
}

std::uint64_t OpenStore::bytes_on_disk() const {
  std::uint64_t sum = 0;
  for (const auto& file : std::filesystem::directory_iterator(directory_)) sum += file.file_size();
  return sum;
}

double cpu_us() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

double cpu_of(const std::function<void()>& work) {
  const auto before = cpu_us();
  work();
  return cpu_us() - before;
}

Spread spread(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {values[values.size() / 2], values.front(), values.back()};
}

}  // namespace p2pchat::benchmark
