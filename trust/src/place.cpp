// SPDX-License-Identifier: MIT
#include "place.hpp"

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace p2pchat::trust {
namespace {

namespace fs = std::filesystem;

// Debian gives each user a group of the same name with nobody else in it, and some systems let it write by default.
bool is_mine_alone(gid_t group) {
  std::vector<char> room(1 << 14), more_room(1 << 14);
  struct group entry = {}, *found = nullptr;
  struct passwd me = {}, *myself = nullptr;
  if (::getgrgid_r(group, &entry, room.data(), room.size(), &found) != 0 || !found) return false;
  if (::getpwuid_r(::geteuid(), &me, more_room.data(), more_room.size(), &myself) != 0 || !myself) return false;
  if (me.pw_gid != group || std::strcmp(me.pw_name, entry.gr_name) != 0) return false;
  for (char** member = entry.gr_mem; *member; ++member)
    if (std::strcmp(*member, me.pw_name) != 0) return false;
  return true;
}

}  // namespace

std::string objection(const fs::path& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return path.string() + " cannot be looked at";
  if (status.st_uid != 0 && status.st_uid != ::geteuid())
    return path.string() + " belongs to user " + std::to_string(status.st_uid) + ", neither you nor root: chown it";
  if ((status.st_mode & S_IWOTH) != 0) return "everybody can write " + path.string() + ": chmod o-w it";
  if ((status.st_mode & S_IWGRP) != 0 && status.st_gid != 0 && !is_mine_alone(status.st_gid))
    return "group " + std::to_string(status.st_gid) + " can write " + path.string() + ": chmod g-w it";
  return {};
}

std::string objection(const fs::path& file, const fs::path& folder) {
  std::error_code error;
  const auto real = fs::canonical(file, error);
  if (error) return file.string() + " cannot be looked at";
  const auto home = fs::canonical(folder, error);
  if (error) return folder.string() + " cannot be looked at";
  if (std::mismatch(home.begin(), home.end(), real.begin(), real.end()).first != home.end())
    return "a symbolic link leads out of the folder, to " + real.string() + ": put the file itself there";
  for (auto place = real; place != home; place = place.parent_path())
    if (auto wrong = objection(place); !wrong.empty()) return wrong;
  return objection(home);
}

}  // namespace p2pchat::trust
