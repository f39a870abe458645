// SPDX-License-Identifier: MIT
#include "child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace p2pchat::conformance {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t longest_output = 256 * 1024;

/// In the child, between `fork` and the program: nothing here may fail silently.
[[noreturn]] void become(const Command& command, int output) {
  setpgid(0, 0);
  const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  dup2(nothing, STDIN_FILENO), dup2(output, STDOUT_FILENO), dup2(output, STDERR_FILENO);
  for (const auto& [name, value] : command.variables) setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> words;
  for (const auto& word : command.words) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  if (chdir(command.folder.c_str()) == 0) execv(words[0], words.data());
  _exit(127);
}

/// Reads what there is until everybody closed it or the time is up; false for the latter.
bool read_all(int from, std::string& output, Clock::time_point end) {
  for (char buffer[4096];;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd readable{from, POLLIN, 0};
    if (left <= 0 || poll(&readable, 1, static_cast<int>(left)) <= 0) return false;
    const auto count = read(from, buffer, sizeof buffer);
    if (count <= 0) return true;
    if (output.size() < longest_output) output.append(buffer, static_cast<std::size_t>(count));
  }
}

/// Waits for a process until the time is up; false then.
bool wait_for(pid_t process, int& status, Clock::time_point end) {
  while (waitpid(process, &status, WNOHANG) == 0) {
    if (Clock::now() >= end) return false;
    usleep(1'000);
  }
  return true;
}

}  // namespace

Ended run(const Command& command, std::chrono::seconds limit) {
  Ended ended;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return ended;
  const auto begun = Clock::now();
  const auto process = fork();
  if (process == 0) become(command, ends[1]);
  close(ends[1]);
  if (process > 0) {
    setpgid(process, process);
    int status = 0;
    // Its output may end before it does, or be held open by what it left behind.
    const bool is_quiet = read_all(ends[0], ended.output, begun + limit);
    const bool is_over = wait_for(process, status, is_quiet ? begun + limit : Clock::now());
    kill(-process, SIGKILL);
    if (!is_over) waitpid(process, &status, 0);
    ended.how = !is_over ? Ended::How::hung : WIFSIGNALED(status) ? Ended::How::killed : Ended::How::returned;
    ended.code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
  }
  close(ends[0]);
  ended.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
  return ended;
}

}  // namespace p2pchat::conformance
