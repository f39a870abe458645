// SPDX-License-Identifier: MIT
#include "trust/thread_name.hpp"

#include <sys/prctl.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <thread>

namespace p2pchat::trust {
namespace {

using namespace std::chrono_literals;
constexpr auto ending_limit = 500ms, between_counts = 10ms;
constexpr std::size_t most_octets = 15;

// How many threads of this process have each name.
std::map<std::string, unsigned> threads_by_name() {
  std::map<std::string, unsigned> counts;
  std::error_code error;  // of a thread that ends meanwhile
  for (std::filesystem::directory_iterator task("/proc/self/task", error), end; !error && task != end;
       task.increment(error)) {
    std::string name;
    if (std::getline(std::ifstream(task->path() / "comm"), name)) ++counts[name];
  }
  return counts;
}

std::vector<std::string> sentences_for(const std::vector<std::string>& plugins) {
  const auto counts = threads_by_name();
  std::vector<std::string> sentences;
  for (const auto& plugin : plugins)
    if (const auto found = counts.find(plugin.substr(0, most_octets)); found != counts.end())
      sentences.push_back("plugin " + plugin + " has stopped, and left " + std::to_string(found->second) +
                          " of its threads running");
  return sentences;
}

}  // namespace

ThreadName::ThreadName(const std::string& plugin) noexcept {
  ::prctl(PR_GET_NAME, before_);
  ::prctl(PR_SET_NAME, plugin.c_str());  // which cuts it short
}

ThreadName::~ThreadName() { ::prctl(PR_SET_NAME, before_); }

std::vector<std::string> threads_left(const std::vector<std::string>& plugins) {
  const auto until = std::chrono::steady_clock::now() + ending_limit;
  for (;;) {
    auto sentences = sentences_for(plugins);
    if (sentences.empty() || std::chrono::steady_clock::now() >= until) return sentences;
    std::this_thread::sleep_for(between_counts);
  }
}

}  // namespace p2pchat::trust
