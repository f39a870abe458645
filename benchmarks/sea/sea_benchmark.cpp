// SPDX-License-Identifier: MIT
// What a node costs while nobody talks: memory and processor time of a practice sea, per node.
//
// Each sea is one headless process whose strangers throw no bottles. When all have started it is left alone until it
// has settled; then its resident memory is read, and the processor time it takes in half a minute. Beside it stands
// what libtoxcore 0.2.18 took with 20 nodes in one process on a machine of this kind: 1.1 MB and 0.07 % each.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace {

namespace fs = std::filesystem;

constexpr double tox_megabytes = 1.1, tox_percent = 0.07;
constexpr std::chrono::seconds settling{30}, watching{30};

/// A sea of this many nodes, as a process.
class SeaProcess {
 public:
  explicit SeaProcess(unsigned nodes) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return;
    const auto count = std::to_string(nodes);
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(ends[1], STDERR_FILENO);
      ::execl(P2PCHAT_PROGRAM, P2PCHAT_PROGRAM, "--profile", "headless", "--set", "plugin.stranger.temper=silent",
              "sea", "--seed", "1", "--nodes", count.c_str(), nullptr);
      ::_exit(127);
    }
    ::close(ends[1]);
    said_ = ends[0];
  }
  ~SeaProcess() {
    ::kill(child_, SIGTERM);
    ::waitpid(child_, nullptr, 0);
    ::close(said_);
  }
  SeaProcess(const SeaProcess&) = delete;
  SeaProcess& operator=(const SeaProcess&) = delete;

  /// Waits until every node has started; false when that never came.
  bool whole() const {
    std::string text;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(said_, buffer, sizeof buffer)) > 0;) {
      text.append(buffer, static_cast<std::size_t>(got));
      if (text.find("all have started") != text.npos) return true;
    }
    std::fprintf(stderr, "the sea did not start:\n%s", text.c_str());
    return false;
  }
  double megabytes() const {
    std::ifstream in("/proc/" + std::to_string(child_) + "/statm");
    double size = 0, resident = 0;
    in >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
  }
  double processor_seconds() const {
    std::ifstream in("/proc/" + std::to_string(child_) + "/stat");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    double user = 0, system = 0;
    std::sscanf(text.c_str() + text.rfind(')') + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lf %lf", &user,
                &system);
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
  }
  std::size_t threads() const { return entries("task"); }
  std::size_t files() const { return entries("fd"); }

 private:
  std::size_t entries(const char* folder) const {
    const auto path = fs::path("/proc") / std::to_string(child_) / folder;
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
  }
  pid_t child_ = -1;
  int said_ = -1;
};

}  // namespace

int main() {
  std::printf("%5s %9s %9s %10s %8s %6s\n", "nodes", "resident", "per node", "idle/node", "threads", "files");
  double first = 0;
  for (const unsigned nodes : {20U, 200U}) {
    const SeaProcess sea(nodes);
    if (!sea.whole()) return 1;
    std::this_thread::sleep_for(settling);
    const auto before = sea.processor_seconds();
    std::this_thread::sleep_for(watching);
    const auto percent = (sea.processor_seconds() - before) / static_cast<double>(watching.count()) * 100 / nodes;
    const auto megabytes = sea.megabytes();
    std::printf("%5u %6.1f MB %6.2f MB %8.3f %% %8zu %6zu\n", nodes, megabytes, megabytes / nodes, percent,
                sea.threads(), sea.files());
    std::printf("      beside libtoxcore's %.1f MB and %.2f %%: %.2f x and %.2f x\n", tox_megabytes, tox_percent,
                megabytes / nodes / tox_megabytes, percent / tox_percent);
    if (first == 0) first = megabytes;
    if (nodes == 200) std::printf("each of the 180 more takes %.2f MB\n", (megabytes - first) / 180);
  }
  return 0;
}
