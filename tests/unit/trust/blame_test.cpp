// SPDX-License-Identifier: MIT
#include "trust/blame.hpp"

#include "folder.hpp"
#include "trust/call_marker.hpp"
#include "trust/crash_report.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>

namespace p2pchat::test {
namespace {

// A run of the program in a process of its own, which ends in a plugin call as `end` says; its wait status.
int run(const Folder& folder, const std::function<void()>& end) {
  folder.write("log", "");
  std::fflush(nullptr);  // what is not written yet would be written twice
  const auto child = ::fork();
  if (child == 0) {
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    {
      const trust::Run run(folder.path());
      trust::report_crashes_to(folder / "log");
      end();
    }
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

void crash() {
  const trust::CallMarker marker("rot13", "Crypto::seal");
  ::raise(SIGSEGV);
}

TEST(Blame, a_crash_is_told_and_after_two_in_a_row_the_plugin_is_suspended) {
  const Folder folder;
  EXPECT_EQ(WTERMSIG(run(folder, crash)), SIGSEGV);
  EXPECT_NE(folder.read("log").find("segmentation fault in plugin rot13, Crypto::seal"), std::string::npos);
  EXPECT_TRUE(trust::suspended(folder.path()).empty());
  run(folder, crash);
  const auto suspended = trust::suspended(folder.path());
  ASSERT_TRUE(suspended.contains("rot13"));
  EXPECT_NE(suspended.at("rot13").find("Crypto::seal"), std::string::npos) << suspended.at("rot13");
  run(folder, [] {});
  EXPECT_TRUE(trust::suspended(folder.path()).contains("rot13")) << "a good run without it proves nothing";
  trust::forgive(folder.path(), "rot13");
  EXPECT_TRUE(trust::suspended(folder.path()).empty());
}

TEST(Blame, a_good_run_between_two_crashes_makes_them_two_of_one) {
  const Folder folder;
  run(folder, crash);
  EXPECT_EQ(run(folder, [] {}), 0);
  run(folder, crash);
  EXPECT_TRUE(trust::suspended(folder.path()).empty());
}

TEST(Blame, an_exit_from_inside_a_plugin_is_told_and_counts) {
  const Folder folder;
  const auto leave = [] {
    const trust::CallMarker marker("rot13", "Plugin::start");
    std::exit(0);
  };
  run(folder, leave);
  EXPECT_NE(folder.read("log").find("exit in plugin rot13, Plugin::start"), std::string::npos) << folder.read("log");
  run(folder, leave);
  EXPECT_TRUE(trust::suspended(folder.path()).contains("rot13"));
}

TEST(Blame, whoever_ends_the_program_without_a_trace_while_it_starts_is_suspected) {
  const Folder folder;
  for (int i = 0; i < 2; ++i)
    run(folder, [] {
      const trust::Suspicion suspicion("rot13", "loading");
      ::raise(SIGKILL);
    });
  EXPECT_TRUE(trust::suspended(folder.path()).contains("rot13"));
}

TEST(Blame, being_killed_while_no_plugin_is_suspected_counts_for_nobody) {
  const Folder folder;
  for (int i = 0; i < 3; ++i)
    run(folder, [] {
      { const trust::Suspicion suspicion("rot13", "loading"); }
      ::raise(SIGKILL);
    });
  EXPECT_TRUE(trust::suspended(folder.path()).empty());
}

TEST(Blame, a_record_of_garbage_blames_nobody) {
  const Folder folder;
  folder.write("running", std::string("\xff\n\x01 x\n", 6));
  folder.write("crashes", "\n\nnothing\n");
  EXPECT_TRUE(trust::suspended(folder.path()).empty());
  EXPECT_EQ(run(folder, [] {}), 0);
}

}  // namespace
}  // namespace p2pchat::test
