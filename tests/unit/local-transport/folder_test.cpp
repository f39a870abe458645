// SPDX-License-Identifier: MIT
#include "folder.hpp"

#include "local_socket.hpp"
#include "support/fresh_folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace p2pchat::local_transport {
namespace {

sdk::Errc judged(std::uint32_t mode, std::uint32_t owner, Sharing& sharing) {
  return judge("/somewhere", {.is_folder = true, .owner = owner, .mode = mode}, 1000, sharing).code;
}

TEST(Folder, OfOnesOwnIsOnesOwn) {
  for (const std::uint32_t mode : {0700, 0755, 0750}) {
    auto sharing = Sharing::anybodys;
    EXPECT_EQ(judged(mode, 1000, sharing), sdk::Errc::ok);
    EXPECT_EQ(sharing, Sharing::mine);
    EXPECT_EQ(judged(mode, 1001, sharing), sdk::Errc::invalid);
  }
}

TEST(Folder, ThatOthersWriteToNeedsTheStickyBit) {
  for (const std::uint32_t mode : {0777, 0770}) {
    auto sharing = Sharing::mine;
    EXPECT_EQ(judged(mode, 1000, sharing), sdk::Errc::invalid);
    EXPECT_EQ(judged(mode | S_ISVTX, 1000, sharing), sdk::Errc::ok);
    EXPECT_EQ(sharing, Sharing::anybodys);
    EXPECT_EQ(judged(mode | S_ISVTX, 1001, sharing), sdk::Errc::ok);
  }
}

TEST(Folder, IsMadeForItsOwnerAlone) {
  const test::FreshFolder fresh;
  Folder folder;
  ASSERT_TRUE(folder.open(fresh.path + "/made").ok());
  EXPECT_EQ(std::filesystem::status(fresh.path + "/made").permissions(), std::filesystem::perms::owner_all);
  EXPECT_EQ(folder.socket_mode(), 0600u);
}

TEST(Folder, SaysWhatIsWrongWithWhatIsNone) {
  const test::FreshFolder fresh;
  std::ofstream(fresh.path + "/file") << "text";
  std::filesystem::create_symlink(fresh.path, fresh.path + "/link");
  const auto too_long = fresh.path + '/' + std::string(longest_path, 'x');
  for (const auto& [path, words] : {std::pair(fresh.path + "/file", "no folder"),
                                    {fresh.path + "/link", "no folder"},
                                    {fresh.path + "/absent/inner", "cannot be made"},
                                    {std::string("relative"), "absolute"},
                                    {too_long, "107 bytes"}}) {
    Folder folder;
    const auto status = folder.open(path);
    EXPECT_EQ(status.code, sdk::Errc::invalid) << path;
    EXPECT_NE(std::string(status.text).find(words), std::string::npos) << status.text;
  }
}

TEST(Folder, NamesAreReadFromPathsOfWhicheverMount) {
  EXPECT_EQ(Folder::name_at("/elsewhere/ada.datagram"), "ada");
  EXPECT_EQ(Folder::name_at("ada.datagram"), "ada");
  for (const auto* path : {"", "/x/ada", "/x/.datagram", "/x/a b.datagram", "/ada.datagram/", "/x/ada.stream"})
    EXPECT_FALSE(Folder::name_at(path)) << path;
}

TEST(Folder, IsHeldByOneAtATime) {
  const test::FreshFolder fresh;
  Folder folder;
  ASSERT_TRUE(folder.open(fresh.path).ok());
  auto hold = folder.hold();
  EXPECT_TRUE(hold);
  EXPECT_FALSE(folder.hold());
  hold = {};
  EXPECT_TRUE(folder.hold());
}

}  // namespace
}  // namespace p2pchat::local_transport
