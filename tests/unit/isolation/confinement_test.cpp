// SPDX-License-Identifier: MIT
#include "confinement.hpp"

#include <p2pchat/crypto.hpp>
#include <p2pchat/store.hpp>
#include <p2pchat/transport.hpp>

#include <gtest/gtest.h>

namespace p2pchat::isolation {
namespace {

using Folders = std::vector<std::string>;

TEST(AConfinement, LetsATransportMeetOthersWhereItsFolderSaysAndNobodyElseAnywhere) {
  const auto allowed = Confinement::of({sdk::Transport::iid}, "/plugins", "/data", "/sockets");
  EXPECT_EQ(allowed.kind, Confinement::Kind::sockets);
  EXPECT_EQ(allowed.meets, Folders{"/sockets"});
  EXPECT_TRUE(allowed.writes.empty());
  EXPECT_TRUE(Confinement::of({sdk::Transport::iid}, "/plugins", "/data", "").meets.empty());
  for (const auto* other : {sdk::Store::iid, sdk::Crypto::iid})
    EXPECT_TRUE(Confinement::of({other}, "/plugins", "/data", "/sockets").meets.empty()) << other;
}

TEST(AConfinement, IsTheSameAfterItsLines) {
  const auto allowed = Confinement::of({sdk::Transport::iid, sdk::Store::iid}, "/plugins", "/data", "/a folder");
  const auto read = Confinement::from(allowed.lines());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->kind, allowed.kind);
  EXPECT_EQ(read->reads, allowed.reads);
  EXPECT_EQ(read->writes, allowed.writes);
  EXPECT_EQ(read->meets, allowed.meets);
}

TEST(AConfinement, IsNotReadFromAnythingElse) {
  for (const auto* lines : {"", "anything", "sockets\n", "sockets\nr", "sockets\nx/folder", "sockets\nm/folder\n"})
    EXPECT_FALSE(Confinement::from(lines)) << lines;
}

}  // namespace
}  // namespace p2pchat::isolation
