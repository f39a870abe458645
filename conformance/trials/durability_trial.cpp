// SPDX-License-Identifier: MIT
// What a store said it keeps is there after its process was killed.
#include "subject.hpp"
#include "support/virtual_host.hpp"

#include <p2pchat/store.hpp>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <random>
#include <vector>

namespace p2pchat::conformance {
namespace {

/// The store of the subject, opened on a folder that may hold something.
class Reopened {
 public:
  explicit Reopened(const std::string& folder) {
    settle(host_);
    instance_.start();
    std::string notice;
    sdk::OutTo out(notice);
    status = store().open(folder, out);
  }
  ~Reopened() { store().close(); }
  sdk::Store& store() { return instance_.get<sdk::Store>(); }
  sdk::Status status;

 private:
  test::VirtualClock clock_;
  test::VirtualHost host_{clock_};
  const Subject subject_;
  Instance instance_{subject_, host_};
};

/// Commits group after group, two entries each, and tells the number of each that `commit` answered for with ok.
[[noreturn]] void commit_for_ever(const std::string& folder, std::uint32_t from, int tell) {
  Reopened reopened(folder);
  for (auto number = from; reopened.status.ok(); ++number) {
    const auto text = std::to_string(number);
    auto& store = reopened.store();
    const bool is_kept = store.begin().ok() && store.put("one", sdk::bytes::of(text), sdk::bytes::of(text)).ok() &&
                         store.put("other", sdk::bytes::of(text), sdk::bytes::of(text)).ok() && store.commit().ok();
    if (!is_kept || write(tell, &number, sizeof number) != sizeof number) break;
  }
  _exit(1);
}

class Durability : public testing::TestWithParam<const char*> {
 protected:
  Durability() {
    auto name = (std::filesystem::current_path() / "durable-XXXXXX").string();
    folder = mkdtemp(name.data());
  }
  /// Lets a process commit, from group `from` on, until it told of `count`, kills it, and gives the last it told of.
  std::uint32_t killed_after(std::uint32_t from, std::uint32_t count) {
    int ends[2];
    if (pipe(ends) != 0) return 0;
    const auto process = fork();
    if (process == 0) {
      close(ends[0]);
      commit_for_ever(folder, from, ends[1]);
    }
    close(ends[1]);
    std::uint32_t told = 0, number = 0;
    for (std::uint32_t i = 0; i < count && read(ends[0], &number, sizeof number) == sizeof number; ++i) told = number;
    kill(process, SIGKILL);
    while (read(ends[0], &number, sizeof number) == sizeof number) told = number;
    waitpid(process, nullptr, 0);
    close(ends[0]);
    return told;
  }
  std::string folder;
};
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Durability);

TEST_P(Durability, What_was_committed_survives_a_kill_and_groups_stay_whole) {
  std::mt19937_64 chance(Subject::seed());
  std::vector<std::uint32_t> promised;
  for (int round = 0; round < 5; ++round) {
    const auto first = static_cast<std::uint32_t>(round) * 1'000'000 + 1;
    const auto told = killed_after(first, 3 + static_cast<std::uint32_t>(chance() % 40));
    ASSERT_GE(told, first) << "it committed nothing";
    for (auto number = first; number <= told; ++number) promised.push_back(number);
    Reopened after(folder);
    ASSERT_TRUE(after.status.ok()) << after.status.text;
    std::string value;
    sdk::OutTo out(value);
    const auto has = [&](const char* table, std::uint32_t number) {
      return after.store().get(table, sdk::bytes::of(std::to_string(number)), out).ok();
    };
    for (const auto number : promised)
      EXPECT_TRUE(has("one", number) && has("other", number)) << "group " << number << " is lost";
    EXPECT_EQ(has("one", told + 1), has("other", told + 1)) << "half of a group was kept";
  }
}

INSTANTIATE_TEST_SUITE_P(Plugin, Durability, testing::ValuesIn(if_it_provides<sdk::Store>()),
                         [](const auto& each) { return each.param; });

}  // namespace
}  // namespace p2pchat::conformance
