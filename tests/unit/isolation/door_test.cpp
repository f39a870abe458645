// SPDX-License-Identifier: MIT
#include "isolation/door.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <future>

namespace p2pchat::isolation {
namespace {

// Longer than the address of a socket can be.
std::filesystem::path directory() {
  const auto made =
      std::filesystem::path(testing::TempDir()) / ("door-" + std::to_string(::getpid())) / std::string(150, 'x');
  std::filesystem::create_directories(made);
  return made;
}

TEST(Door, HearsWhereTheOtherProcessWouldShowItself) {
  ::setenv("DISPLAY", ":77", 1);
  const auto where = directory();
  EXPECT_FALSE(Door::knock(where)) << "nobody is there yet";
  {
    std::promise<std::string> heard;
    const Door door(where, [&](const std::string& display) { heard.set_value(display); });
    EXPECT_TRUE(Door::knock(where));
    EXPECT_NE(heard.get_future().get().find("DISPLAY=:77\n"), std::string::npos);
  }
  EXPECT_FALSE(Door::knock(where)) << "nobody is there any more";
  EXPECT_FALSE(std::filesystem::exists(where / "door"));
}

TEST(Door, TakesThePlaceOfOneWhoseProcessDied) {
  const auto where = directory();
  ASSERT_EQ(::symlink("gone", (where / "door").c_str()), 0);
  std::promise<void> heard;
  const Door door(where, [&](const std::string&) { heard.set_value(); });
  EXPECT_TRUE(Door::knock(where));
  heard.get_future().get();
}

TEST(Door, NobodyKnocksWhereThereIsNoDirectory) { EXPECT_FALSE(Door::knock("/nowhere/at/all")); }

}  // namespace
}  // namespace p2pchat::isolation
