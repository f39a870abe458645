// SPDX-License-Identifier: MIT
#include "node/data_directory.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

namespace p2pchat::host {
namespace {

using sdk::Errc;
using sdk::Status;

std::string system_says() { return std::error_code(errno, std::generic_category()).message(); }

// The path comes last in every sentence: a Status has room for 123 octets, and what to do must be among them.
Status prepare(const std::filesystem::path& directory) {
  const auto name = directory.string();
  if (name.empty()) return {Errc::io, "there is no home directory to keep data in: set HOME or --data-dir"};
  std::error_code error;
  if (directory.has_parent_path()) std::filesystem::create_directories(directory.parent_path(), error);
  if (::mkdir(name.c_str(), 0700) != 0 && errno != EEXIST)
    return {Errc::io, "choose another --data-dir, this one cannot be made (" + system_says() + "): " + name};
  struct stat status = {};
  if (::stat(name.c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
    return {Errc::io, "choose another --data-dir, this one is not a directory: " + name};
  if (status.st_uid != ::geteuid())
    return {Errc::refused, "choose another --data-dir, this one belongs to another user: " + name};
  if ((status.st_mode & 0077) != 0)
    return {Errc::refused, "others can enter the data directory, chmod 700 it: " + name};
  if (::access(name.c_str(), R_OK | W_OK | X_OK) != 0)
    return {Errc::io, "chmod 700 the data directory, it cannot be used (" + system_says() + "): " + name};
  return {};
}

}  // namespace

InstanceLock::~InstanceLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Status InstanceLock::take(const std::filesystem::path& directory) {
  if (const auto prepared = prepare(directory); !prepared.ok()) return prepared;
  const auto file = (directory / "lock").string();
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor_ < 0) return {Errc::io, "cannot open " + file + ": " + system_says()};
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    char holder[16] = {};
    const bool told = ::pread(descriptor_, holder, sizeof holder - 1, 0) > 0;
    return {Errc::busy, "already running" + (told ? " as process " + std::string(holder) : std::string()) +
                            ": stop it, or choose another --data-dir than " + directory.string()};
  }
  const auto me = std::to_string(::getpid());
  const bool told = ::ftruncate(descriptor_, 0) == 0 && ::pwrite(descriptor_, me.data(), me.size(), 0) > 0;
  return told ? Status() : Status(Errc::io, "cannot write " + file + ": " + system_says());
}

}  // namespace p2pchat::host
