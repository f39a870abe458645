// SPDX-License-Identifier: MIT
#include "landlock.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace p2pchat::isolation {
namespace {

// By number, since headers may be older than the kernel. Of files alone: execute, write, read, truncate.
constexpr std::uint64_t execute = 1 << 0, write_file = 1 << 1, read_file = 1 << 2, read_folder = 1 << 3;
constexpr std::uint64_t remove_file = 1 << 5, make_socket = 1 << 9, truncate = 1 << 14;
constexpr std::uint64_t for_one_file = execute | write_file | read_file | truncate;
constexpr std::uint64_t reading = execute | read_file | read_folder;

// What the kernel can refuse, by the version of its interface; beyond 3 come devices and sockets.
std::uint64_t known(long version) {
  if (version >= 3) return (1 << 15) - 1;
  return version == 2 ? (1 << 14) - 1 : (1 << 13) - 1;
}

constexpr const char* libraries[] = {"/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/ssl", "/etc/localtime"};
constexpr const char* names[] = {"/etc/hosts", "/etc/resolv.conf", "/etc/nsswitch.conf", "/etc/host.conf",
                                 "/etc/gai.conf"};

void allow(int rules, const char* path, std::uint64_t what) {
  landlock_path_beneath_attr rule{.allowed_access = what, .parent_fd = ::open(path, O_PATH | O_CLOEXEC)};
  if (rule.parent_fd < 0) return;  // what is not there needs no rule
  struct stat file = {};
  if (::fstat(rule.parent_fd, &file) == 0 && !S_ISDIR(file.st_mode)) rule.allowed_access &= for_one_file;
  ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  ::close(rule.parent_fd);
}

std::string missing(const char* why) {
  return std::string("it is not kept from reading files that you may read (Landlock: ") + why + ")";
}

}  // namespace

std::string keep_to_folders(const Confinement& allowed) {
  const auto version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return missing(errno == EOPNOTSUPP ? "switched off in this kernel" : "not in this kernel");
  const auto all = known(version);
  landlock_ruleset_attr handled = {};
  handled.handled_access_fs = all;
  const auto rules = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
  if (rules < 0) return missing(::strerrordesc_np(errno));
  for (const auto* path : libraries) allow(rules, path, reading & all);
  for (const auto& folder : allowed.reads) allow(rules, folder.c_str(), reading & all);
  for (const auto& folder : allowed.writes) allow(rules, folder.c_str(), all & ~execute);
  for (const auto& folder : allowed.meets) allow(rules, folder.c_str(), read_folder | remove_file | make_socket);
  for (const auto* device : {"/dev/null", "/dev/urandom"}) allow(rules, device, (read_file | write_file) & all);
  if (allowed.kind == Confinement::Kind::sockets)
    for (const auto* path : names) allow(rules, path, read_file & all);
  const bool kept = ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  const int error = errno;
  ::close(rules);
  return kept ? std::string() : missing(::strerrordesc_np(error));
}

}  // namespace p2pchat::isolation
