// SPDX-License-Identifier: MIT
#include "node_store.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <numeric>
#include <sstream>

namespace p2pchat::test {
namespace {

sqlite3* newest_connection = nullptr;

int remember(sqlite3* connection, const char**, const struct sqlite3_api_routines*) {
  newest_connection = connection;
  return SQLITE_OK;
}

}  // namespace

TemporaryDirectory::TemporaryDirectory() {
  namespace fs = std::filesystem;
  const fs::path root = fs::is_directory("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path();
  auto name = (root / "p2pchat-store-XXXXXX").string();
  path_ = mkdtemp(name.data());
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

std::string content(const std::filesystem::path& file) {
  std::ostringstream all;
  all << std::ifstream(file, std::ios::binary).rdbuf();
  return all.str();
}

sdk::Status NodeStore::open(const std::filesystem::path& directory) {
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(remember));
  notice.clear();
  sdk::OutTo out(notice);
  const auto status = store_->open(directory.string(), out);
  connection = status.ok() ? newest_connection : nullptr;
  return status;
}

void NodeStore::sql(const std::string& text) {
  char* error = nullptr;
  sqlite3_exec(connection, text.c_str(), nullptr, nullptr, &error);
  EXPECT_EQ(error, nullptr) << error;
  sqlite3_free(error);
}

sdk::Status NodeStore::add(std::uint64_t first, std::uint64_t last, std::string_view body) {
  if (auto status = store_->begin(); !status.ok()) return status;
  for (auto number = first; number <= last; ++number) {
    sdk::Message message;
    for (int i = 0; i < 8; ++i) message.id.b[i] = static_cast<std::uint8_t>(number >> (8 * i));
    message.peer.b[0] = 1;
    message.seq = number;
    message.direction = sdk::Direction::incoming;
    message.state = sdk::State::delivered;
    message.type = "text";
    message.body = body;
    std::uint32_t added = 0;
    if (auto status = store_->add(message, added); !status.ok()) return store_->rollback(), status;
  }
  return store_->commit();
}

std::vector<std::uint64_t> NodeStore::numbers() {
  sdk::Id peer;
  peer.b[0] = 1;
  std::vector<std::uint64_t> all;
  const auto status = store_->history(peer, 0, ~0U, [&](const sdk::Message& message) {
    all.push_back(message.seq);
    return 1U;
  });
  EXPECT_TRUE(status.ok()) << status.text;
  std::reverse(all.begin(), all.end());
  return all;
}

std::size_t NodeStore::found(std::string_view words) {
  std::size_t count = 0;
  std::uint64_t next = 0;
  const auto status = store_->search(words, {}, 0, ~0U, next, [&](const sdk::Message&) { return ++count, 1U; });
  EXPECT_TRUE(status.ok()) << status.text;
  return count;
}

std::vector<std::uint64_t> up_to(std::uint64_t n) {
  std::vector<std::uint64_t> numbers(n);
  std::iota(numbers.begin(), numbers.end(), 1);
  return numbers;
}

}  // namespace p2pchat::test
