// SPDX-License-Identifier: MIT
#include "folder.hpp"

#include "local_socket.hpp"
#include "place.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <system_error>

namespace p2pchat::local_transport {
namespace {

constexpr std::string_view datagram_ending = ".datagram";
constexpr std::size_t most_names = 1'024;
constexpr std::uint32_t written_by_others = 0022;

// Making and removing sockets takes a moment: fifty times ten milliseconds are for a machine that is busy.
constexpr int hold_attempts = 50;
constexpr useconds_t hold_pause_us = 10'000;

Descriptor open_folder(const std::string& path) {
  return Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

sdk::Status unusable(const std::string& path, const std::string& why) {
  return {sdk::Errc::invalid, "folder = " + path.substr(0, 40) + ": " + why};
}

}  // namespace

sdk::Status judge(const std::string& path, const FolderFacts& facts, std::uint32_t me, Sharing& sharing) {
  if (!facts.is_folder) return unusable(path, "that is no folder");
  sharing = (facts.mode & written_by_others) != 0 ? Sharing::anybodys : Sharing::mine;
  if (sharing == Sharing::mine && facts.owner != me)
    return unusable(path, "it belongs to another user, who shares it with nobody");
  if (sharing == Sharing::anybodys && (facts.mode & S_ISVTX) == 0)
    return unusable(path, "others could take your sockets away; chmod +t it, or chmod go-w");
  return {};
}

sdk::Status Folder::open(const std::string& path) {
  path_ = path;
  if (!path.starts_with('/')) return unusable(path, "write an absolute path");
  if (const auto longest = datagrams_at(std::string(1, 'x')).size(); longest > longest_path)
    return unusable(path, "too long, sockets have paths of at most " + std::to_string(longest_path) + " bytes");
  auto folder = open_folder(path);
  if (!folder && errno == ENOENT) {
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
      return unusable(path, "cannot be made: " + std::generic_category().message(errno));
    folder = open_folder(path);
  }
  if (!folder && errno != ENOTDIR && errno != ELOOP)
    return unusable(path, "cannot be opened: " + std::generic_category().message(errno));
  struct stat file = {};
  const bool is_folder = folder && ::fstat(folder.get(), &file) == 0;
  mode_ = file.st_mode & 07777;
  return judge(path, {.is_folder = is_folder, .owner = file.st_uid, .mode = mode_}, ::geteuid(), sharing_);
}

std::optional<std::string> Folder::name_at(const std::string& path) {
  const auto file = path.substr(path.rfind('/') + 1);
  if (!file.ends_with(datagram_ending)) return std::nullopt;
  auto name = file.substr(0, file.size() - datagram_ending.size());
  return is_name(name) ? std::optional(std::move(name)) : std::nullopt;
}

std::vector<std::string> Folder::names() const {
  std::vector<std::string> found;
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path_.c_str()), ::closedir);
  while (folder && found.size() < most_names) {
    const auto* entry = ::readdir(folder.get());
    if (!entry) break;
    if (auto name = name_at(entry->d_name)) found.push_back(std::move(*name));
  }
  return found;
}

Descriptor Folder::hold() const {
  auto folder = open_folder(path_);
  for (int attempt = 0; folder && ::flock(folder.get(), LOCK_EX | LOCK_NB) != 0; ++attempt) {
    if (errno != EWOULDBLOCK || attempt == hold_attempts) return {};
    ::usleep(hold_pause_us);
  }
  return folder;
}

void Folder::remove_dead(const std::string& name) const {
  for (const auto& path : {stream_at(name), datagrams_at(name)})
    if (is_dead(path)) ::unlink(path.c_str());
}

}  // namespace p2pchat::local_transport
