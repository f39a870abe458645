// SPDX-License-Identifier: MIT
#include "network.hpp"

#include "swarm.hpp"

#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

namespace dht_benchmark {
namespace {

bool write_to(const char* path, const std::string& text) { return static_cast<bool>(std::ofstream(path) << text); }

/// Whoever is not root becomes so in a namespace of his own.
bool become_root() {
  const auto user = ::getuid(), group = ::getgid();
  return ::unshare(CLONE_NEWUSER) == 0 && write_to("/proc/self/setgroups", "deny") &&
         write_to("/proc/self/uid_map", "0 " + std::to_string(user) + " 1") &&
         write_to("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
}

bool run(const std::string& command) { return std::system(command.c_str()) == 0; }

}  // namespace

std::string enter_own_network() {
  if (::getuid() != 0 && !become_root()) return std::string("no user namespace: ") + std::strerror(errno);
  if (::unshare(CLONE_NEWNET) != 0) return std::string("no network namespace: ") + std::strerror(errno);
  if (!run("ip link set lo up && ip address add 45.0.0.0/8 dev lo"))
    return "no addresses in a network namespace (is iproute2 there?)";
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  return {};
}

/// Where it arrives, not where it leaves: a sender would notice.
std::string silence(std::size_t first, std::size_t last, Silence how) {
  const auto range = address_of(first) + "-" + address_of(last);
  const std::string fate = how == Silence::dropped ? "drop" : "reject with icmp port-unreachable";
  auto* rules = ::popen("nft -f -", "w");
  if (!rules) return "nft cannot be run";
  std::fprintf(rules,
               "table inet silence { chain in { type filter hook input priority 0;\n"
               "ip protocol icmp accept\nip daddr %s %s\nip saddr %s drop\n}\n}\n",
               range.c_str(), fate.c_str(), range.c_str());
  return ::pclose(rules) == 0 ? std::string() : "nft took no rules";
}

void end_silence() { static_cast<void>(run("nft delete table inet silence")); }

}  // namespace dht_benchmark
