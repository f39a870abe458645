// SPDX-License-Identifier: MIT
#include "node/crash_report.hpp"

#include "plugins/call_marker.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <climits>
#include <csignal>
#include <cstring>

namespace p2pchat::host {
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
  void write_to(int descriptor) const {
    if (descriptor >= 0 && ::write(descriptor, text_, used_) < 0) return;  // nothing left to do about it
  }

 private:
  char text_[512];
  std::size_t used_ = 0;
};

void report(int number) {
  Line line;
  line << "p2pchat: "
       << (number == SIGSEGV  ? "segmentation fault"
           : number == SIGBUS ? "bus error"
                              : "abort")
       << " in ";
  if (const auto* marker = innermost_call)
    line << "plugin " << marker->plugin() << ", " << marker->call() << "\n";
  else
    line << "the host itself\n";
  line.write_to(STDERR_FILENO);
  if (log_file_name[0]) line.write_to(::open(log_file_name, O_WRONLY | O_APPEND | O_CLOEXEC));
  ::raise(number);  // SA_RESETHAND: the default, this time
}

}  // namespace

void report_crashes_to(const std::filesystem::path& log_file) {
  std::strncpy(log_file_name, log_file.c_str(), sizeof log_file_name - 1);
  struct sigaction action = {};
  action.sa_handler = report;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (const int number : {SIGSEGV, SIGBUS, SIGABRT}) ::sigaction(number, &action, nullptr);
}

}  // namespace p2pchat::host
