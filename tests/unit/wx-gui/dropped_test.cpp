// SPDX-License-Identifier: MIT
#include "model/dropped.hpp"

#include "shell/file_start.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace p2pchat::wx_gui {
namespace {

Dropped drop(std::string_view octets) { return read_dropped(octets, English()); }

TEST(Dropped, IsAnInviteOrAText) {
  const auto invite = "p2pchat:" + std::string(64, 'a') + "-0123";
  EXPECT_EQ(drop(" " + invite + "\r\n").kind, Dropped::Kind::invite);
  EXPECT_EQ(drop(" " + invite + "\r\n").words, invite);
  EXPECT_EQ(drop("my invite: " + invite).kind, Dropped::Kind::text);
  EXPECT_EQ(drop("\xEF\xBB\xBFone\r\ntwo\rthree").words, "one\ntwo\nthree");
  EXPECT_EQ(drop("海边 😀").kind, Dropped::Kind::text);
}

TEST(Dropped, ThatIsNoMessageIsRefusedWithTheReason) {
  for (const auto& octets : {std::string("\x89PNG\r\n\x1A\n"), std::string("a\0b", 3), std::string("caf\xE9")})
    EXPECT_NE(drop(octets).words.find("not a text"), std::string::npos);
  EXPECT_NE(drop(" \n").words.find("nothing"), std::string::npos);
  EXPECT_EQ(drop(std::string(most_dropped, 'x')).kind, Dropped::Kind::text);
  EXPECT_NE(drop(std::string(most_dropped + 1, 'x')).words.find("64 KiB"), std::string::npos);
}

TEST(Dropped, FileIsReadNoFurtherThanNeeded) {
  const auto file = std::filesystem::path(testing::TempDir()) / "dropped.txt";
  std::ofstream(file) << "hello";
  EXPECT_EQ(file_start(file, 3), "hel");
  EXPECT_EQ(file_start(file, 30), "hello");
  std::filesystem::remove(file);
  EXPECT_FALSE(file_start(file, 3));
  EXPECT_FALSE(file_start(testing::TempDir(), 3));
}

}  // namespace
}  // namespace p2pchat::wx_gui
