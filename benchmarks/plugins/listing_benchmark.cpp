// SPDX-License-Identifier: MIT
// What `p2pchat plugin list` costs with fifty more plugins in a folder, as a multiple of what it costs with none, and
// of what the same program costs to begin at all (`p2pchat version`). All measured in turns in this run: by the clock,
// and by what the processor worked for it, which a machine that is busy with something else hardly changes.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int listings = 31, plugins = 50;

/// Milliseconds from before the start of a program until it has ended, and those of a processor in them.
struct Cost {
  double passed = 0, worked = 0;
};

double ms(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

Cost until_ended(std::vector<std::string> words) {
  words.insert(words.begin(), P2PCHAT_PROGRAM);
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  const auto began = Clock::now();
  pid_t child = 0;
  int status = 0;
  rusage used = {};
  if (::posix_spawn(&child, P2PCHAT_PROGRAM, &actions, nullptr, argv.data(), environ) != 0) std::abort();
  if (::wait4(child, &status, 0, &used) != child || status != 0) std::abort();
  const auto passed = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
  ::posix_spawn_file_actions_destroy(&actions);
  return {passed, ms(used.ru_utime) + ms(used.ru_stime)};
}

/// Copies of a plugin, each with an id of its own, which stands 128 octets behind the begin of a manifest.
void fill(const fs::path& folder) {
  std::ifstream in(P2PCHAT_LISTED, std::ios::binary);
  std::string octets{std::istreambuf_iterator<char>(in), {}};
  const auto manifest = octets.find("P2PPLUG1");
  if (manifest == octets.npos) std::abort();
  for (int i = 0; i < plugins; ++i) {
    const auto id = "plugin-" + std::to_string(i);
    octets.replace(manifest + 128, 64, id + std::string(64 - id.size(), '\0'));
    std::ofstream(folder / (id + ".so"), std::ios::binary) << octets;
  }
}

void print(const char* what, double Cost::*part, const std::vector<std::array<Cost, 3>>& rounds) {
  const auto middle = [&](const auto& of_round) {
    std::vector<double> all;
    for (const auto& round : rounds) all.push_back(of_round(round));
    std::ranges::sort(all);
    return all[all.size() / 2];
  };
  const auto of = [&](std::size_t n) { return middle([&](const auto& round) { return round[n].*part; }); };
  const auto more = middle([&](const auto& round) { return round[2].*part - round[1].*part; });
  std::printf(
      "listing %d more, %s: %.1f x of none, %.1f x of the version alone; %.1f / %.1f / %.1f ms; they cost %.1f ms\n",
      plugins, what, of(2) / of(1), of(2) / of(0), of(2), of(1), of(0), more);
}

}  // namespace

int main() {
  char name[] = "/tmp/p2pchat-listing-XXXXXX";
  if (!::mkdtemp(name)) return 1;
  const fs::path folder = name;
  fill(folder);
  std::vector<std::array<Cost, 3>> rounds;
  for (int round = -1; round < listings; ++round) {
    const std::array<Cost, 3> costs{until_ended({"version"}), until_ended({"plugin", "list"}),
                                    until_ended({"--plugin-dir", folder, "plugin", "list"})};
    if (round >= 0) rounds.push_back(costs);  // the first reads the files
  }
  fs::remove_all(folder);
  print("by the clock", &Cost::passed, rounds);
  print("of a processor", &Cost::worked, rounds);
  return 0;
}
