// SPDX-License-Identifier: MIT
#include "directory.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace p2pchat::sqlite_store {
namespace {

namespace fs = std::filesystem;

sdk::Status system_error(std::string_view what, int error, std::string_view advice) {
  return {sdk::Errc::io,
          std::string(what) + " (" + std::generic_category().message(error) + "): " + std::string(advice)};
}

/// Makes renames in a directory survive a loss of power.
void sync_directory(const std::string& path) {
  const int directory = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) return;
  ::fsync(directory);
  ::close(directory);
}

bool holds_something(const std::string& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  return !error && size > 0;
}

}  // namespace

sdk::Status Directory::hold(std::string path) {
  release();
  path_ = std::move(path);
  constexpr std::string_view advice = "check that the data directory exists and is yours";
  lock_ = ::open((path_ + "/store.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (lock_ < 0) return system_error("the message store cannot be locked", errno, advice);
  if (::flock(lock_, LOCK_EX | LOCK_NB) == 0) return {};
  const int error = errno;
  release();
  if (error == EWOULDBLOCK)
    return {sdk::Errc::busy,
            "another p2pchat uses this data directory: close it, or give this one a directory of its own"};
  return system_error("the message store cannot be locked", error, advice);
}

void Directory::release() noexcept {
  if (lock_ >= 0) ::close(lock_);
  lock_ = -1;
}

bool Directory::has_database() const {
  std::error_code error;
  return fs::exists(fs::symlink_status(database(), error));
}

sdk::Status Directory::begin_new(std::string& where) const {
  where = database() + ".begun";
  for (const char* suffix : {"", "-wal", "-shm"}) ::unlink((where + suffix).c_str());
  const int file = ::open(where.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return system_error("the message store cannot be made", errno, "check the data directory");
  ::close(file);
  return {};
}

sdk::Status Directory::finish_new() const {
  if (::rename((database() + ".begun").c_str(), database().c_str()) != 0)
    return system_error("the message store cannot be named", errno, "check the data directory");
  sync_directory(path_);
  return {};
}

// SQLite removes its log when it closes: one that is left says that nobody closed.
Directory::Trust Directory::trust_in() const {
  std::error_code error;
  if (fs::exists(database() + ".check", error)) return Trust::damaged;
  return holds_something(database() + "-wal") ? Trust::not_closed : Trust::closed;
}

void Directory::doubt() const {
  const int mark = ::open((database() + ".check").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (mark >= 0) ::close(mark);
  sync_directory(path_);
}

void Directory::trust() const { ::unlink((database() + ".check").c_str()); }

bool Directory::emptied() const {
  std::error_code error;
  return fs::is_regular_file(database(), error) && !holds_something(database());
}

sdk::Status Directory::set_aside(std::string& where) const {
  std::error_code error;
  for (int n = 1;; ++n) {
    where = database() + ".corrupt-" + std::to_string(n);
    if (!fs::exists(fs::symlink_status(where, error))) break;
  }
  for (const char* suffix : {"-wal", "-shm", ""}) {
    const auto from = database() + suffix;
    if (!fs::exists(fs::symlink_status(from, error))) continue;
    fs::rename(from, where + suffix, error);
    if (error)
      return system_error("the damaged message store cannot be set aside", error.value(),
                          "move store.db away yourself");
  }
  trust();
  sync_directory(path_);
  return {};
}

}  // namespace p2pchat::sqlite_store
