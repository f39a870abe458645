// SPDX-License-Identifier: MIT
#include "listening.hpp"

#include "datagrams.hpp"
#include "local_socket.hpp"
#include "support/fresh_folder.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <filesystem>
#include <fstream>

namespace p2pchat::local_transport {
namespace {

class ListeningIn : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(folder.open(fresh.path).ok()); }
  /// What a process leaves that dies while it listens: the files, and nobody behind them.
  void die_as(const std::string& name) {
    Listening listening;
    ASSERT_TRUE(open_listening(folder, name, listening).ok());
  }
  bool is_there(const std::string& path) const {
    return std::filesystem::exists(std::filesystem::symlink_status(path));
  }
  const test::FreshFolder fresh;
  Folder folder;
};

TEST_F(ListeningIn, AFolderMakesTwoSocketsForTheOwnerAlone) {
  Listening listening;
  ASSERT_TRUE(open_listening(folder, "ada", listening).ok());
  for (const auto& path : {folder.stream_at("ada"), folder.datagrams_at("ada")}) {
    EXPECT_TRUE(std::filesystem::is_socket(path)) << path;
    EXPECT_EQ(static_cast<int>(std::filesystem::status(path).permissions()), 0600) << path;
  }
  EXPECT_EQ(folder.names(), std::vector<std::string>{"ada"});
  remove_listening(folder, listening);
  EXPECT_TRUE(std::filesystem::is_empty(fresh.path));
}

TEST_F(ListeningIn, ASharedFolderLetsInWhoeverMayWriteThere) {
  std::filesystem::permissions(fresh.path, std::filesystem::perms(01777));
  ASSERT_TRUE(folder.open(fresh.path).ok());
  Listening listening;
  ASSERT_TRUE(open_listening(folder, "ada", listening).ok());
  EXPECT_EQ(static_cast<int>(std::filesystem::status(folder.stream_at("ada")).permissions()), 0666);
}

TEST_F(ListeningIn, AFolderLeavesWhoLivesAlone) {
  Listening mine, other;
  ASSERT_TRUE(open_listening(folder, "ada", mine).ok());
  const auto status = open_listening(folder, "ada", other);
  EXPECT_EQ(status.code, sdk::Errc::io);
  EXPECT_NE(std::string(status.text).find("local:ada is taken"), std::string::npos) << status.text;
  EXPECT_EQ(connect_to(new_socket(SOCK_STREAM).get(), folder.stream_at("ada")), 0);
}

TEST_F(ListeningIn, AFolderTakesThePlaceOfTheDead) {
  die_as("ada");
  ASSERT_TRUE(is_dead(folder.stream_at("ada")));
  Listening listening;
  EXPECT_TRUE(open_listening(folder, "ada", listening).ok());
  EXPECT_FALSE(is_dead(folder.stream_at("ada")));
}

TEST_F(ListeningIn, AFolderTakesAwayWhatOthersLeftWhenTheyDied) {
  die_as("ada");
  die_as("bob");
  Listening listening;
  ASSERT_TRUE(open_listening(folder, "cai", listening).ok());
  EXPECT_EQ(folder.names(), std::vector<std::string>{"cai"});
  EXPECT_FALSE(is_there(folder.stream_at("ada")));
}

TEST_F(ListeningIn, AFolderTouchesNothingThatIsNoSocket) {
  std::ofstream(folder.stream_at("ada")) << "a letter";
  std::ofstream(folder.datagrams_at("bob")) << "another";
  Listening listening;
  EXPECT_EQ(open_listening(folder, "ada", listening).code, sdk::Errc::io);
  EXPECT_EQ(open_listening(folder, "bob", listening).code, sdk::Errc::io);
  EXPECT_TRUE(is_there(folder.stream_at("ada")));
  EXPECT_TRUE(is_there(folder.datagrams_at("bob")));
  EXPECT_FALSE(is_there(folder.stream_at("bob")));
}

TEST_F(ListeningIn, AFolderLeadsNobodyElsewhereByALink) {
  const test::FreshFolder elsewhere;
  Folder other;
  Listening theirs, mine;
  ASSERT_TRUE(other.open(elsewhere.path).ok() && open_listening(other, "bus", theirs).ok());
  std::filesystem::create_symlink(other.stream_at("bus"), folder.stream_at("eve"));
  std::filesystem::create_symlink(other.datagrams_at("bus"), folder.datagrams_at("eve"));
  ASSERT_TRUE(open_listening(folder, "ada", mine).ok());
  const auto word = sdk::bytes::of(std::string_view("hello"));
  EXPECT_EQ(connect_to(new_socket(SOCK_STREAM).get(), folder.stream_at("eve")), ECONNREFUSED);
  EXPECT_EQ(send_datagram(mine.datagram.get(), folder.datagrams_at("eve"), word), ECONNREFUSED);
  EXPECT_EQ(send_datagram(mine.datagram.get(), other.datagrams_at("bus"), word), 0);
}

TEST_F(ListeningIn, ALongFolderIsRefusedInASentence) {
  const auto path = fresh.path + '/' + std::string(longest_path - fresh.path.size() - 15, 'x');
  ASSERT_TRUE(folder.open(path).ok());
  Listening listening;
  const auto status = open_listening(folder, "adalovelace", listening);
  EXPECT_EQ(status.code, sdk::Errc::io);
  EXPECT_NE(std::string(status.text).find("107 bytes"), std::string::npos) << status.text;
}

}  // namespace
}  // namespace p2pchat::local_transport
