// SPDX-License-Identifier: MIT
#include "system_calls.hpp"

#include "sanitized.hpp"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

namespace p2pchat::isolation {
namespace {

// Memory, threads, time, chance, and the descriptors that are open already.
constexpr const char* of_everybody[] = {"read",
                                        "write",
                                        "readv",
                                        "writev",
                                        "close",
                                        "fstat",
                                        "newfstatat",
                                        "stat",
                                        "lstat",
                                        "statx",
                                        "lseek",
                                        "pread64",
                                        "mmap",
                                        "mprotect",
                                        "munmap",
                                        "mremap",
                                        "madvise",
                                        "brk",
                                        "rt_sigaction",
                                        "rt_sigprocmask",
                                        "rt_sigreturn",
                                        "sigaltstack",
                                        "futex",
                                        "futex_waitv",
                                        "sched_yield",
                                        "sched_getaffinity",
                                        "nanosleep",
                                        "clock_nanosleep",
                                        "clock_gettime",
                                        "clock_getres",
                                        "gettimeofday",
                                        "time",
                                        "getpid",
                                        "gettid",
                                        "getppid",
                                        "exit",
                                        "exit_group",
                                        "getrandom",
                                        "poll",
                                        "ppoll",
                                        "select",
                                        "pselect6",
                                        "recvfrom",
                                        "recvmsg",
                                        "sendto",
                                        "sendmsg",
                                        "shutdown",
                                        "eventfd2",
                                        "timerfd_create",
                                        "timerfd_settime",
                                        "timerfd_gettime",
                                        "epoll_create1",
                                        "epoll_ctl",
                                        "epoll_wait",
                                        "epoll_pwait",
                                        "pipe2",
                                        "set_robust_list",
                                        "get_robust_list",
                                        "rseq",
                                        "membarrier",
                                        "arch_prctl",
                                        "getrlimit",
                                        "uname",
                                        "sysinfo",
                                        "getuid",
                                        "geteuid",
                                        "getgid",
                                        "getegid",
                                        "getcwd",
                                        "access",
                                        "faccessat",
                                        "faccessat2",
                                        "readlink",
                                        "readlinkat",
                                        "getdents64",
                                        "fcntl",
                                        "dup",
                                        "dup2",
                                        "dup3",
                                        "set_tid_address",
                                        "restart_syscall"};
constexpr const char* of_files[] = {"open",      "openat",    "unlink",    "unlinkat",  "rename",         "renameat",
                                    "renameat2", "ftruncate", "truncate",  "fsync",     "fdatasync",      "pwrite64",
                                    "preadv",    "pwritev",   "flock",     "fallocate", "fchmod",         "chmod",
                                    "fchown",    "mkdir",     "mkdirat",   "rmdir",     "utimensat",      "fstatfs",
                                    "statfs",    "umask",     "readahead", "fadvise64", "sync_file_range"};
constexpr const char* of_sockets[] = {"bind",        "listen",     "accept",     "accept4",  "connect", "getsockname",
                                      "getpeername", "setsockopt", "getsockopt", "sendmmsg", "recvmmsg"};
// Of who meets other processes of this machine in a folder.
constexpr const char* of_meeting[] = {"unlink", "unlinkat", "chmod", "fchmodat", "flock"};
// What looks into other processes, or changes the system. A user interface has no other limits.
constexpr const char* of_nobody[] = {"ptrace",
                                     "process_vm_readv",
                                     "process_vm_writev",
                                     "kcmp",
                                     "pidfd_getfd",
                                     "bpf",
                                     "perf_event_open",
                                     "userfaultfd",
                                     "keyctl",
                                     "add_key",
                                     "request_key",
                                     "mount",
                                     "umount2",
                                     "move_mount",
                                     "open_tree",
                                     "fsmount",
                                     "pivot_root",
                                     "setns",
                                     "swapon",
                                     "swapoff",
                                     "reboot",
                                     "kexec_load",
                                     "kexec_file_load",
                                     "init_module",
                                     "finit_module",
                                     "delete_module",
                                     "iopl",
                                     "ioperm",
                                     "acct",
                                     "quotactl",
                                     "open_by_handle_at",
                                     "syslog",
                                     "settimeofday",
                                     "clock_settime",
                                     "adjtimex"};

/// A filter while it is made.
class Filter {
 public:
  explicit Filter(std::uint32_t otherwise) : filter_(seccomp_init(otherwise)) {}
  ~Filter() { seccomp_release(filter_); }
  Filter(const Filter&) = delete;
  template <class... Conditions>
  void set(std::uint32_t action, const char* name, Conditions... conditions) {
    const int number = seccomp_syscall_resolve_name(name);  // what this machine has not, nobody can call
    if (number != __NR_SCMP_ERROR)
      (void)seccomp_rule_add(filter_, action, number, sizeof...(conditions), conditions...);
  }
  template <class... Conditions>
  void allow(const char* name, Conditions... conditions) {
    set(SCMP_ACT_ALLOW, name, conditions...);
  }
  bool load() { return filter_ && seccomp_load(filter_) == 0; }

 private:
  scmp_filter_ctx filter_;
};

scmp_arg_cmp is(unsigned argument, std::uint64_t value) { return {argument, SCMP_CMP_EQ, value, 0}; }
scmp_arg_cmp has(unsigned argument, std::uint64_t mask, std::uint64_t value) {
  return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

void allow_little(Filter& filter) {
  for (const auto* name : of_everybody) filter.allow(name);
  const std::uint64_t mine = static_cast<std::uint64_t>(::getpid());
  filter.allow("tgkill", is(0, mine));  // to end itself
  filter.allow("clone", has(0, CLONE_THREAD, CLONE_THREAD));
  filter.set(SCMP_ACT_ERRNO(ENOSYS), "clone3");  // whose flags cannot be seen: clone is taken instead
  filter.allow("prlimit64", is(2, 0));           // asks only
  filter.allow("prctl", is(0, PR_SET_NAME));
  filter.allow("prctl", is(0, PR_SET_VMA));
  for (const auto request : {FIONBIO, FIONREAD}) filter.allow("ioctl", is(1, request));
}

}  // namespace

std::string keep_to_system_calls(const Confinement& allowed) {
  const auto kind = allowed.kind;
  if (sanitized) return "its system calls are not limited (a sanitizer needs more of them)";
  const bool screen = kind == Confinement::Kind::screen;
  Filter filter(screen ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(EPERM));
  if (screen)
    for (const auto* name : of_nobody) filter.set(SCMP_ACT_ERRNO(EPERM), name);
  else
    allow_little(filter);
  constexpr std::uint64_t changes = O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
  if (kind == Confinement::Kind::files)
    for (const auto* name : of_files) filter.allow(name);
  if (kind == Confinement::Kind::closed || kind == Confinement::Kind::sockets) {
    filter.allow("openat", has(2, changes, O_RDONLY));
    filter.allow("open", has(1, changes, O_RDONLY));
  }
  if (kind == Confinement::Kind::sockets) {
    for (const auto* name : of_sockets) filter.allow(name);
    for (const auto family : {AF_INET, AF_INET6, AF_NETLINK})
      filter.allow("socket", is(0, static_cast<unsigned>(family)));
  }
  if (kind == Confinement::Kind::sockets && !allowed.meets.empty()) {
    for (const auto* name : of_meeting) filter.allow(name);
    filter.allow("socket", is(0, AF_UNIX));
  }
  return filter.load() ? std::string() : "its system calls are not limited (this kernel has no seccomp filters)";
}

}  // namespace p2pchat::isolation
