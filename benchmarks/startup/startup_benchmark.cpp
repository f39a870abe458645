// SPDX-License-Identifier: MIT
// How long a node takes to be ready, as a multiple of how long the same program takes to begin at all.
//
// begin: exec until `p2pchat version` has written its line: loading the program and its libraries, reading one word.
// ready: exec until a headless node with a plain key logs that it is ready: plugins loaded, store open, key read,
// port bound. Both measured alternately in this run; the first round, which makes the store, does not count.
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 41;

/// Runs the program until `word` appears on `stream` (1 or 2); milliseconds from before the fork, or -1 when it never
/// did.
double until(std::vector<const char*> argv, int stream, const std::string& word) {
  argv.insert(argv.begin(), P2PCHAT_PROGRAM);
  argv.push_back(nullptr);
  int pipe_ends[2];
  if (::pipe2(pipe_ends, O_CLOEXEC) != 0) return -1;
  const auto began = Clock::now();
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(pipe_ends[1], stream);
    ::execv(P2PCHAT_PROGRAM, const_cast<char* const*>(argv.data()));
    ::_exit(127);
  }
  ::close(pipe_ends[1]);
  std::string text;
  char buffer[4096];
  double took = -1;
  for (ssize_t got = 0; took < 0 && (got = ::read(pipe_ends[0], buffer, sizeof buffer)) > 0;) {
    text.append(buffer, static_cast<std::size_t>(got));
    if (text.find(word) != text.npos) took = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
  }
  ::kill(child, SIGTERM);
  ::waitpid(child, nullptr, 0);
  ::close(pipe_ends[0]);
  if (took < 0) std::fprintf(stderr, "`%s` never came; there was:\n%s", word.c_str(), text.c_str());
  return took;
}

void print(const char* what, const char* unit, std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto at = [&](std::size_t quarter) { return values[values.size() * quarter / 4]; };
  std::printf("%-24s median %7.2f %s   half of all between %.2f and %.2f\n", what, at(2), unit, at(1), at(3));
}

fs::path data_with_key() {
  char name[] = "/tmp/p2pchat-startup-XXXXXX";
  if (!::mkdtemp(name)) std::abort();
  for (const auto& key : fs::directory_iterator(P2PCHAT_KEYS))
    if (key.path().extension() == ".pem" && key.path().filename().string().find("2048") != std::string::npos) {
      fs::copy_file(key, fs::path(name) / "identity.p8");
      ::chmod((fs::path(name) / "identity.p8").c_str(), 0600);
      break;
    }
  return name;
}

}  // namespace

int main() {
  const auto data = data_with_key();
  const std::vector<const char*> node{"--data-dir", data.c_str(), "--profile",
                                      "headless",   "--set",      "plugin.socket-transport.listen=127.0.0.1:0"};
  std::vector<double> begin, ready, ratio;
  for (int round = 0; round < rounds; ++round) {
    const auto began = until({"version"}, 1, "p2pchat ");
    const auto became = until(node, 2, "ready, profile headless");
    if (began < 0 || became < 0) return 1;
    if (round == 0) continue;
    begin.push_back(began), ready.push_back(became), ratio.push_back(became / began);
  }
  fs::remove_all(data);
  print("exec to first word", "ms", begin);
  print("exec to ready", "ms", ready);
  print("ready / first word", "x ", ratio);
  return 0;
}
