// SPDX-License-Identifier: MIT
// How long `p2pchat plugin list` takes with fifty more plugins in a folder, as a multiple of how long it takes with
// none, and of how long the same program takes to begin at all (`p2pchat version`). All measured in turns in this run.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
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

/// Milliseconds from before the start of the program until it has ended.
double until_ended(std::vector<std::string> words) {
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
  if (::posix_spawn(&child, P2PCHAT_PROGRAM, &actions, nullptr, argv.data(), environ) != 0) std::abort();
  if (::waitpid(child, &status, 0) != child || status != 0) std::abort();
  const auto took = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
  ::posix_spawn_file_actions_destroy(&actions);
  return took;
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

}  // namespace

int main() {
  char name[] = "/tmp/p2pchat-listing-XXXXXX";
  if (!::mkdtemp(name)) return 1;
  const fs::path folder = name;
  fill(folder);
  std::vector<double> begin, none, fifty, more;
  for (int round = -1; round < listings; ++round) {
    const auto first = until_ended({"version"});
    const auto without = until_ended({"plugin", "list"});
    const auto with = until_ended({"--plugin-dir", folder, "plugin", "list"});
    if (round < 0) continue;  // reads the files once
    begin.push_back(first), none.push_back(without), fifty.push_back(with), more.push_back(with - without);
  }
  fs::remove_all(folder);
  for (auto* values : {&begin, &none, &fifty, &more}) std::ranges::sort(*values);
  const auto middle = listings / 2;
  std::printf(
      "listing %d more: %.1f x of none, %.1f x of the version alone; %.1f / %.1f / %.1f ms; they cost %.1f ms\n",
      plugins, fifty[middle] / none[middle], fifty[middle] / begin[middle], fifty[middle], none[middle], begin[middle],
      more[middle]);
  return 0;
}
