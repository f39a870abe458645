// SPDX-License-Identifier: MIT
// A whole practice sea in this process, started and stopped again and again.
#include "sea/sea.hpp"

#include "config/profiles.hpp"
#include "plugins/catalog.hpp"
#include "sea/sea_directory.hpp"
#include "support/loop_world.hpp"

#include <gtest/gtest.h>
#include <malloc.h>

#include <algorithm>
#include <fstream>

namespace p2pchat::test {
namespace {

namespace fs = std::filesystem;
using host::Runtime;
using host::Sea;

// Sleepers sleep and wake as fast as they can.
host::SeaNap short_nap(const host::SeaStranger&, unsigned) { return {}; }

host::SeaOptions options(const fs::path& directory, unsigned nodes) {
  std::string problem;
  return {.nodes = nodes,
          .seed = 1,
          .found = host::find_plugins({P2PCHAT_PLUGINS}),
          .plugins = host::resolve(host::built_in_profiles(), "headless", problem),
          .profile = "headless",
          .tables = {},
          .name = "me",
          .directory = directory,
          .nap = short_nap};
}

/// One sea from its start to its end.
class Voyage {
 public:
  explicit Voyage(unsigned nodes) : sea_(options(directory_.path(), nodes), runtime_, log_) {}

  sdk::Status start_mine() {
    return runtime_.await([this](const auto& done) { mine_.start(done); }, Runtime::Until::done);
  }
  void start_strangers() {
    (void)runtime_.await([this](const auto& done) { sea_.start([done] { done({}); }); }, Runtime::Until::done);
  }
  void begin_to_start_strangers() {
    runtime_.loop().post([this] { sea_.start([] {}); });
  }
  void stop() {
    (void)runtime_.await([this](const auto& done) { sea_.stop([done] { done({}); }); }, Runtime::Until::done);
    EXPECT_EQ(sea_.awake(), 0U);
    (void)runtime_.await([this](const auto& done) { mine_.stop([done] { done({}); }); }, Runtime::Until::done);
    runtime_.end();
  }
  /// Waits until the log has these words so many times.
  void wait_for(std::string_view words, std::size_t times) {
    while (log_.count(words) < times) (void)runtime_.await([](const auto& done) { done({}); }, Runtime::Until::done);
  }
  Sea& sea() { return sea_; }
  const fs::path& directory() const { return directory_.path(); }
  const RecordingLog& log() const { return log_; }

 private:
  host::SeaDirectory directory_;
  RecordingLog log_;
  Runtime runtime_;
  Sea sea_;
  host::Node mine_{sea_.mine(), runtime_, log_};
};

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t entries(const char* folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

std::size_t allocated() {
  const auto all = ::mallinfo2();
  return all.uordblks + all.hblkhd;
}

TEST(Sea, starts_every_stranger_beside_my_node) {
  Voyage voyage(5);
  ASSERT_TRUE(voyage.start_mine().ok());
  voyage.start_strangers();
  EXPECT_EQ(voyage.sea().awake(), 4U);
  voyage.stop();
  EXPECT_EQ(voyage.log().lines("error ") + voyage.log().lines(" refused: "), "");
}

TEST(Sea, starts_and_stops_fifty_times_without_leaving_anything) {
  std::size_t files = 0, threads = 0, memory = 0;
  for (int round = 0; round < 50; ++round) {
    fs::path directory;
    {
      Voyage voyage(3);
      ASSERT_TRUE(voyage.start_mine().ok());
      // Some are told to stop before all have started.
      round % 2 == 0 ? voyage.start_strangers() : voyage.begin_to_start_strangers();
      voyage.stop();
      directory = voyage.directory();
    }
    EXPECT_FALSE(fs::exists(directory));
    if (round == 9) files = entries("/proc/self/fd"), threads = entries("/proc/self/task"), memory = allocated();
  }
  EXPECT_EQ(entries("/proc/self/fd"), files);
  EXPECT_EQ(entries("/proc/self/task"), threads);
  // What is left of forty seas is less than what one node of one sea holds.
  EXPECT_LT(allocated(), memory + 100'000);
}

TEST(Sea, lets_a_sleeper_come_back_as_itself) {
  Voyage voyage(9);
  const auto key = voyage.directory() / "stranger-8" / "identity.p8";
  ASSERT_TRUE(voyage.start_mine().ok());
  voyage.start_strangers();
  std::string before;
  for (std::size_t naps = 1; before.empty(); ++naps) voyage.wait_for("is back", naps), before = content(key);
  const auto naps = voyage.log().count("is back");
  voyage.wait_for("goes offline", naps + 3);
  voyage.wait_for("is back", naps + 3);
  EXPECT_TRUE(content(key) == before) << "the identity has changed";
  voyage.stop();
  EXPECT_EQ(voyage.log().lines("error "), "");
}

}  // namespace
}  // namespace p2pchat::test
