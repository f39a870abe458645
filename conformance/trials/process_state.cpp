// SPDX-License-Identifier: MIT
#include "process_state.hpp"

#include <sys/stat.h>

#include <clocale>
#include <csignal>

namespace p2pchat::conformance {

ProcessState ProcessState::now() {
  ProcessState state;
  std::error_code gone;  // the descriptor with which a folder is read is closed again when it is looked at
  for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task"))
    state.threads.insert(thread.path().filename());
  for (const auto& descriptor : std::filesystem::directory_iterator("/proc/self/fd")) {
    const auto target = std::filesystem::read_symlink(descriptor, gone).string();
    if (!target.starts_with("/proc/")) state.descriptors.insert(descriptor.path().filename().string() + " " + target);
  }
  for (int signal = 1; signal < 32; ++signal) {
    struct sigaction action {};
    sigaction(signal, nullptr, &action);
    state.handlers[static_cast<std::size_t>(signal)] = reinterpret_cast<void*>(action.sa_handler);
  }
  state.locale = std::setlocale(LC_ALL, nullptr);
  state.umask = ::umask(0);
  ::umask(state.umask);
  state.folder = std::filesystem::current_path();
  return state;
}

std::string added(const std::set<std::string>& before, const std::set<std::string>& after) {
  std::string list;
  for (const auto& each : after)
    if (!before.contains(each)) list += (list.empty() ? "" : ", ") + each;
  return list;
}

}  // namespace p2pchat::conformance
