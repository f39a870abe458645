// SPDX-License-Identifier: MIT
#include "trust/lock.hpp"

#include "folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace p2pchat::test {
namespace {

using trust::Lock;
using trust::Pin;

const std::string some_sha256(64, 'a'), other_sha256(64, 'b');

TEST(Lock, gives_back_what_was_pinned) {
  const Folder folder;
  const auto file = folder / "sub/plugins.lock";
  EXPECT_EQ(trust::pin(file, {some_sha256, "rot13", "1.0 beta", "2026-11-30"}), "");
  EXPECT_EQ(trust::pin(file, {other_sha256, "mesh", "", ""}), "");
  const auto lock = Lock::read(file);
  EXPECT_TRUE(lock.problems.empty());
  ASSERT_EQ(lock.pins.size(), 2U);
  ASSERT_TRUE(lock.find("rot13"));
  EXPECT_EQ(lock.find("rot13")->sha256, some_sha256);
  EXPECT_EQ(lock.find("rot13")->version, "1.0_beta");
  EXPECT_EQ(lock.find("rot13")->since, "2026-11-30");
  EXPECT_EQ(lock.find("mesh")->since.size(), 10U) << "today";
  EXPECT_FALSE(lock.find("rot1"));
  struct stat status = {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST(Lock, has_one_pin_for_each_plugin_the_last) {
  const Folder folder;
  trust::pin(folder / "lock", {some_sha256, "rot13", "1", ""});
  trust::pin(folder / "lock", {other_sha256, "rot13", "2", ""});
  const auto lock = Lock::read(folder / "lock");
  ASSERT_EQ(lock.pins.size(), 1U);
  EXPECT_EQ(lock.pins[0].sha256, other_sha256);
  EXPECT_EQ(trust::unpin(folder / "lock", "rot13"), "");
  EXPECT_TRUE(Lock::read(folder / "lock").pins.empty());
}

TEST(Lock, names_each_line_that_is_no_pin_and_believes_the_others) {
  const Folder folder;
  const auto text = "# said by hand\n\n" + some_sha256 + " rot13 1 2026-11-30\nAAAA short 1 2026-11-30\n" +
                    other_sha256 + " mesh 1\n" + other_sha256 + " mesh 1 2026-11-30 more\n";
  const auto file = folder.write("lock", text);
  const auto lock = Lock::read(file);
  EXPECT_EQ(lock.pins.size(), 1U);
  ASSERT_EQ(lock.problems.size(), 3U);
  EXPECT_NE(lock.problems[0].find("lock:4:"), std::string::npos) << lock.problems[0];
  EXPECT_NE(trust::pin(file, {some_sha256, "x", "1", ""}), "");
  EXPECT_EQ(folder.read("lock"), text) << "what a person wrote is not lost";
}

TEST(Lock, that_others_can_write_is_not_believed) {
  const Folder folder;
  const auto file = folder.write("lock", some_sha256 + " rot13 1 2026-11-30\n");
  ASSERT_EQ(::chmod(file.c_str(), 0666), 0);
  const auto lock = Lock::read(file);
  EXPECT_TRUE(lock.pins.empty());
  ASSERT_EQ(lock.problems.size(), 1U);
  EXPECT_NE(lock.problems[0].find("chmod o-w"), std::string::npos) << lock.problems[0];
}

TEST(Lock, that_is_not_there_pins_nothing) {
  const Folder folder;
  const auto lock = Lock::read(folder / "lock");
  EXPECT_TRUE(lock.pins.empty() && lock.problems.empty());
  EXPECT_FALSE(trust::pin({}, {some_sha256, "x", "1", ""}).empty()) << "no place for one";
}

}  // namespace
}  // namespace p2pchat::test
