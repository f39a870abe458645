// SPDX-License-Identifier: MIT
#include "trust/crash_report.hpp"

#include "trust/blame.hpp"
#include "trust/call_marker.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace p2pchat::trust {
namespace {

// A signal handler gets no argument: what it needs has to lie where it can find it.
constinit char log_file_name[PATH_MAX] = {};

// Only what is async-signal-safe (signal-safety(7)) from here on.
class Line {
 public:
  Line& operator<<(const char* text) {
    while (*text && used_ < sizeof text_ - 1) text_[used_++] = *text++;
    return *this;
  }
  void write() const {
    write_to(STDERR_FILENO);
    if (!log_file_name[0]) return;
    const int log = ::open(log_file_name, O_WRONLY | O_APPEND | O_CLOEXEC);
    write_to(log);
    if (log >= 0) ::close(log);
  }

 private:
  void write_to(int descriptor) const {
    if (descriptor >= 0 && ::write(descriptor, text_, used_) < 0) return;  // nothing left to do about it
  }
  char text_[512];
  std::size_t used_ = 0;
};

void report(const char* what) {
  const auto* marker = innermost_call;
  Line line;
  line << "p2pchat: " << what << " in ";
  if (marker)
    line << "plugin " << marker->plugin() << ", " << marker->call() << "\n";
  else
    line << "the host itself\n";
  line.write();
  if (marker) blame(marker->plugin(), marker->call());
}

void report_crash(int number) {
  report(number == SIGSEGV ? "segmentation fault" : number == SIGBUS ? "bus error" : "abort");
  ::raise(number);  // SA_RESETHAND: the default, this time
}

void report_stall(int) {
  const int before = errno;
  if (const auto* marker = innermost_call) {
    Line line;
    line << "p2pchat: plugin " << marker->plugin() << " does not return from " << marker->call()
         << ": the program waits for it; end it, and do without the plugin (p2pchat plugin disable " << marker->plugin()
         << ")\n";
    line.write();
  }
  errno = before;
}

void report_exit() {
  if (innermost_call) report("exit");
}

void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  ::sigaction(number, &action, nullptr);
}

}  // namespace

void report_crashes_to(const std::filesystem::path& log_file) {
  std::strncpy(log_file_name, log_file.c_str(), sizeof log_file_name - 1);
  for (const int number : {SIGSEGV, SIGBUS, SIGABRT}) handle(number, report_crash, static_cast<int>(SA_RESETHAND));
  handle(SIGURG, report_stall, SA_RESTART);
  std::atexit(report_exit);
}

}  // namespace p2pchat::trust
