// SPDX-License-Identifier: MIT
#include "privileges.hpp"

#include "sanitized.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>
#include <initializer_list>

namespace p2pchat::isolation {
namespace {

constexpr rlim_t most_memory = 2ULL << 30;

void limit(__rlimit_resource what, rlim_t most) {
  rlimit now{};
  if (::getrlimit(what, &now) != 0 || now.rlim_max < most) return;
  now = {most, most};
  ::setrlimit(what, &now);
}

}  // namespace

void give_up_privileges(Confinement::Kind kind) {
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 1024);
  if (kind != Confinement::Kind::screen && !sanitized) limit(RLIMIT_DATA, most_memory);
}

void leave_signals_to_the_node() {
  struct sigaction nothing = {};
  nothing.sa_handler = [](int) {};  // and not SIG_IGN, which what the worker starts would inherit
  nothing.sa_flags = SA_RESTART;
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(number, &nothing, nullptr);
}

}  // namespace p2pchat::isolation
