// SPDX-License-Identifier: MIT
#include "worker_process.hpp"

#include "confinement.hpp"
#include "isolation/work.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace p2pchat::isolation {
namespace {

sdk::Status failed(const char* what, int error) {
  return {sdk::Errc::io, std::string("cannot begin a worker: ") + what + ": " + ::strerrordesc_np(error)};
}

bool is_of_one(std::string_view line, std::string_view other) {
  return line.substr(0, line.find('=')) == other.substr(0, other.find('='));
}

// Our environment, with these lines in place of those of the same names.
std::vector<char*> environment_with(std::vector<std::string>& lines) {
  std::vector<char*> all;
  for (char** each = environ; *each; ++each)
    if (std::ranges::none_of(lines, [&](const std::string& line) { return is_of_one(line, *each); }))
      all.push_back(*each);
  for (auto& line : lines) all.push_back(line.data());
  all.push_back(nullptr);
  return all;
}

// The person talks to a user interface, and nobody else reads what they type.
int without_terminal(posix_spawn_file_actions_t& actions) {
  const int error = ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  return error != 0 ? error : ::posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
}

// Where the file lies that the worker loads, which may be another folder than that of a link to it.
std::filesystem::path folder_of(const std::filesystem::path& plugin) {
  std::error_code error;
  const auto real = plugin.string().starts_with("/proc/") ? plugin : std::filesystem::canonical(plugin, error);
  return error ? plugin.parent_path() : real.parent_path();
}

int spawn(const WorkerCommand& command, std::vector<std::string> environment, int theirs, int& pid) {
  const auto allowed = Confinement::of(command.provides, folder_of(command.plugin), command.data, command.sockets);
  environment.push_back(std::string(confinement_variable) + "=" + allowed.lines());
  if (!allowed.writes.empty()) environment.push_back("TMPDIR=" + allowed.writes.front());
  posix_spawn_file_actions_t actions;
  if (const int error = ::posix_spawn_file_actions_init(&actions)) return error;
  std::string name = "p2pchat", word = "worker", plugin = command.plugin;
  char* argv[] = {name.data(), word.data(), plugin.data(), nullptr};
  int error = ::posix_spawn_file_actions_adddup2(&actions, theirs, worker_descriptor);
  if (error == 0 && allowed.kind != Confinement::Kind::screen) error = without_terminal(actions);
  if (error == 0) error = ::posix_spawn_file_actions_addclosefrom_np(&actions, worker_descriptor + 1);
  if (error == 0)
    error = ::posix_spawn(&pid, command.program.c_str(), &actions, nullptr, argv, environment_with(environment).data());
  ::posix_spawn_file_actions_destroy(&actions);
  return error;
}

std::string in_words(int status) {
  if (WIFSIGNALED(status))
    return "was killed by signal " + std::to_string(WTERMSIG(status)) + " (" + ::sigdescr_np(WTERMSIG(status)) + ")";
  return "ended by itself, exit code " + std::to_string(WEXITSTATUS(status));
}

}  // namespace

WorkerProcess::~WorkerProcess() {
  if (pid_ != 0) (void)wait(std::chrono::milliseconds(0));
}

sdk::Status WorkerProcess::begin(const WorkerCommand& command, const std::vector<std::string>& display,
                                 int& descriptor) {
  int pair[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) return failed("socketpair", errno);
  const int error = spawn(command, display, pair[1], pid_);
  ::close(pair[1]);
  if (error == 0) return descriptor = pair[0], sdk::Status();
  ::close(pair[0]);
  pid_ = 0;
  return failed("spawn", error);
}

std::string WorkerProcess::wait(std::chrono::milliseconds grace) {
  const int descriptor = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));  // glibc 2.36 has it for C alone
  pollfd ended{descriptor, POLLIN, 0};
  if (descriptor < 0 || ::poll(&ended, 1, static_cast<int>(grace.count())) <= 0) ::kill(pid_, SIGKILL);
  if (descriptor >= 0) ::close(descriptor);
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = 0;
  return in_words(status);
}

}  // namespace p2pchat::isolation
