// SPDX-License-Identifier: MIT
#include "node_store.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

namespace p2pchat::test {
namespace {

/// A process of its own that stores message after message and says so on a pipe, until it is killed.
class Writer {
 public:
  Writer(const std::filesystem::path& directory, std::uint64_t next) {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    child_ = fork();
    if (child_ == 0) {
      close(ends[0]);
      write_for_ever(directory, next, ends[1]);
    }
    close(ends[1]);
    acknowledgements_ = ends[0];
  }
  ~Writer() { close(acknowledgements_); }

  /// The number of the last message that is stored; 0 when the process is gone.
  std::uint64_t acknowledged() {
    std::uint64_t last = 0;
    return read(acknowledgements_, &last, sizeof last) == sizeof last ? last : 0;
  }
  void kill_now() {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }

 private:
  [[noreturn]] static void write_for_ever(const std::filesystem::path& directory, std::uint64_t next, int to) {
    NodeStore store;
    if (!store.open(directory).ok()) _exit(1);
    for (std::uint64_t size = 1;; size = size % 7 + 1) {
      const auto last = next + size - 1;
      if (!store.add(next, last).ok()) _exit(2);
      if (write(to, &last, sizeof last) != sizeof last) _exit(3);
      next = last + 1;
    }
  }
  pid_t child_ = 0;
  int acknowledgements_ = -1;
};

TEST(Crash, KilledAtAnyMomentItLosesNothingThatWasAcknowledged) {
  TemporaryDirectory directory;
  std::mt19937 random(1);
  std::uint64_t stored = 0;
  for (int round = 0; round < 40; ++round) {
    Writer writer(directory.path(), stored + 1);
    std::uint64_t acknowledged = 0;
    for (auto wait_for = 1 + random() % 60; wait_for > 0; --wait_for) {
      acknowledged = writer.acknowledged();
      ASSERT_NE(acknowledged, 0U) << "the writer ended by itself";
    }
    writer.kill_now();
    while (const auto more = writer.acknowledged()) acknowledged = more;

    NodeStore store;
    ASSERT_TRUE(store.open(directory.path()).ok());
    EXPECT_EQ(store.notice, "");
    const auto numbers = store.numbers();
    EXPECT_GE(numbers.size(), acknowledged) << "round " << round;
    EXPECT_LE(numbers.size(), acknowledged + 7) << "round " << round;
    EXPECT_EQ(numbers, up_to(numbers.size())) << "round " << round;
    stored = numbers.size();
  }
}

}  // namespace
}  // namespace p2pchat::test
