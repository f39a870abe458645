// SPDX-License-Identifier: MIT
#include "messaging/private_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace p2pchat::messaging {
namespace {

constexpr std::size_t max_size = 64 * 1024;

/// A descriptor that closes itself.
class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  File(const File&) = delete;
  ~File() { close(); }
  explicit operator bool() const { return descriptor_ >= 0; }
  int get() const { return descriptor_; }
  bool close() { return descriptor_ < 0 || ::close(std::exchange(descriptor_, -1)) == 0; }

 private:
  int descriptor_;
};

sdk::Status system_error(std::string_view what, const std::filesystem::path& path) {
  return {sdk::Errc::io, std::string(what) + " " + path.string() + ": " + std::strerror(errno)};
}

sdk::Status check_owner_and_mode(const File& file, const std::filesystem::path& path) {
  struct stat about {};
  if (fstat(file.get(), &about) != 0) return system_error("cannot look at", path);
  if (!S_ISREG(about.st_mode)) return {sdk::Errc::refused, "not a regular file: " + path.string()};
  if (about.st_uid != geteuid()) return {sdk::Errc::refused, "belongs to somebody else, chown it: " + path.string()};
  if (about.st_mode & 077) return {sdk::Errc::refused, "others may read it; run: chmod 600 " + path.string()};
  if (static_cast<std::size_t>(about.st_size) > max_size)
    return {sdk::Errc::too_large, "over 64 KiB, not a key file: " + path.string()};
  return {};
}

bool write_whole(const File& file, sdk::bytes content) {
  for (std::uint64_t at = 0; at < content.len;) {
    const auto wrote = ::write(file.get(), content.ptr + at, content.len - at);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    at += static_cast<std::uint64_t>(wrote);
  }
  return fsync(file.get()) == 0;
}

bool sync_directory_of(const std::filesystem::path& path) {
  const auto parent = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  const File directory(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return directory && fsync(directory.get()) == 0;
}

}  // namespace

sdk::Status read_private_file(const std::filesystem::path& path, std::vector<std::uint8_t>& content) {
  // O_NONBLOCK: opening a pipe somebody put there must not wait for a writer.
  const File file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
  if (!file && errno == ENOENT) return {sdk::Errc::not_found, "no such file: " + path.string()};
  if (!file && errno == ELOOP) return {sdk::Errc::refused, "a link; put the file itself there: " + path.string()};
  if (!file) return system_error("cannot open", path);
  if (auto fine = check_owner_and_mode(file, path); !fine.ok()) return fine;
  content.resize(max_size + 1);
  std::size_t size = 0;
  while (size < content.size()) {
    const auto got = ::read(file.get(), content.data() + size, content.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error("cannot read", path);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  if (size > max_size) return {sdk::Errc::too_large, "over 64 KiB, not a key file: " + path.string()};
  content.resize(size);
  return {};
}

sdk::Status write_private_file(const std::filesystem::path& path, sdk::bytes content) {
  const std::filesystem::path fresh = path.string() + ".new";
  ::unlink(fresh.c_str());  // left by a crash, never in use
  File file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!file) return system_error("cannot create", fresh);
  // link and not rename: it fails when somebody else's file has appeared meanwhile.
  const bool written = fchmod(file.get(), 0600) == 0 && write_whole(file, content) && file.close();
  const bool placed = written && ::link(fresh.c_str(), path.c_str()) == 0;
  const auto status = placed ? sdk::Status()
                      : written && errno == EEXIST
                          ? sdk::Status(sdk::Errc::refused, "not written over what is there: " + path.string())
                          : system_error("cannot write", path);
  ::unlink(fresh.c_str());
  if (status.ok() && !sync_directory_of(path)) return system_error("cannot sync the directory of", path);
  return status;
}

}  // namespace p2pchat::messaging
