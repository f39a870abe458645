// SPDX-License-Identifier: MIT
#include "listening.hpp"
#include "local_socket.hpp"
#include "local_transport.hpp"
#include "support/fresh_folder.hpp"
#include "support/transport_node.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::test {
namespace {

using LocalNode = TransportNode<local_transport::LocalTransport>;
constexpr auto everybody = "239.255.80.67:12477";

class Meeting : public testing::Test {
 protected:
  std::unique_ptr<LocalNode> node(const std::string& name) {
    auto made = std::make_unique<LocalNode>(LocalNode::Settings{{"folder", fresh.path}, {"listen", name}});
    EXPECT_TRUE(made->start_status.ok()) << made->start_status.text;
    EXPECT_EQ(made->listen(""), "local:" + name);
    return made;
  }
  void say(LocalNode& from, const std::string& to, const std::string& text) {
    from.loop.call([&] { from.transport().send_datagram(to, sdk::bytes::of(text)); });
  }
  const FreshFolder fresh;
};

TEST_F(Meeting, WhatIsSaidToAGroupIsHeardByEverybodyInTheFolder) {
  const auto ada = node("ada"), bob = node("bob"), cai = node("cai");
  say(*ada, everybody, "who is here?");
  for (auto* each : {ada.get(), bob.get(), cai.get()}) {
    ASSERT_TRUE(each->until([&] { return each->datagrams.size() == 1; }));
    EXPECT_EQ(each->datagrams[0], std::pair(std::string("local:ada"), std::string("who is here?")));
  }
}

TEST_F(Meeting, OfTwoFoldersIsTwoMeetings) {
  const FreshFolder elsewhere;
  const auto ada = node("ada");
  LocalNode bob({{"folder", elsewhere.path}});
  bob.listen("local:bob");
  EXPECT_EQ(bob.ask("local:ada", "hello?").code, sdk::Errc::refused);
  say(bob, everybody, "who is here?");
  EXPECT_TRUE(bob.until([&] { return bob.datagrams.size() == 1; }));
  EXPECT_TRUE(ada->datagrams.empty());
}

TEST_F(Meeting, WhoIsGoneIsCalledUnreachable) {
  const auto ada = node("ada");
  auto bob = node("bob");
  bob.reset();
  say(*ada, "local:bob", "there?");
  EXPECT_TRUE(ada->until([&] { return ada->unreachable == std::vector<std::string>{"local:bob"}; }));
}

TEST_F(Meeting, WhoDiedWithoutAWordIsCalledUnreachableAndRefuses) {
  const auto ada = node("ada");
  {
    local_transport::Folder folder;
    local_transport::Listening dead;
    ASSERT_TRUE(folder.open(fresh.path).ok());
    ASSERT_TRUE(open_listening(folder, "bob", dead).ok());
  }
  say(*ada, "local:bob", "there?");
  EXPECT_TRUE(ada->until([&] { return ada->unreachable.size() == 1; }));
  EXPECT_EQ(ada->ask("local:bob", "there?").code, sdk::Errc::refused);
}

TEST_F(Meeting, CallersAreToldApartByUserAndNumber) {
  const auto ada = node("ada"), bob = node("bob");
  EXPECT_TRUE(bob->ask("local:ada", "hello").ok());
  ASSERT_TRUE(ada->until([&] { return ada->frames.size() == 1; }));
  EXPECT_EQ(ada->frames[0].first, "local:" + std::to_string(::geteuid()) + ":1");
}

TEST_F(Meeting, ACallerThatIsGoneCannotBeAnswered) {
  const auto ada = node("ada");
  auto bob = node("bob");
  EXPECT_TRUE(bob->ask("local:ada", "hello").ok());
  ASSERT_TRUE(ada->until([&] { return ada->frames.size() == 1; }));
  const auto caller = ada->frames[0].first;
  bob.reset();
  ASSERT_TRUE(ada->until([&] { return ada->closed.size() == 1; }));
  EXPECT_EQ(ada->ask(caller, "too late").code, sdk::Errc::refused);
}

TEST_F(Meeting, ANameThatIsTakenIsSaid) {
  const auto ada = node("ada");
  LocalNode other({{"folder", fresh.path}});
  std::string bound;
  const auto status = other.listen("local:ada", bound);
  EXPECT_EQ(status.code, sdk::Errc::io);
  EXPECT_NE(std::string(status.text).find("local:ada"), std::string::npos) << status.text;
  EXPECT_TRUE(ada->ask("local:ada", "still mine").ok());
}

TEST_F(Meeting, WhoHasNotAcceptedManyIsTriedAgain) {
  const auto listener = local_transport::new_socket(SOCK_STREAM);
  const auto path = fresh.path + "/slow.stream";
  ASSERT_EQ(local_transport::bind_at(listener.get(), path), 0);
  ASSERT_EQ(::listen(listener.get(), 0), 0);
  const auto first = local_transport::new_socket(SOCK_STREAM);  // fills the queue
  ASSERT_EQ(local_transport::connect_to(first.get(), path), 0);
  const auto ada = node("ada");
  ada->send("local:slow", "hello");
  EXPECT_EQ(ada->answered(sdk::Errc::ok), 0);
  local_transport::Descriptor accepted(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
  EXPECT_TRUE(ada->until([&] { return ada->answers[sdk::Errc::ok] == 1; }));
}

TEST_F(Meeting, WhoNeverAcceptsIsGivenUp) {
  const auto listener = local_transport::new_socket(SOCK_STREAM);
  const auto path = fresh.path + "/deaf.stream";
  ASSERT_EQ(local_transport::bind_at(listener.get(), path), 0);
  ASSERT_EQ(::listen(listener.get(), 0), 0);
  const auto first = local_transport::new_socket(SOCK_STREAM);
  ASSERT_EQ(local_transport::connect_to(first.get(), path), 0);
  const auto ada = node("ada");
  ada->send("local:deaf", "hello");
  ada->loop.skip(11'000);
  EXPECT_TRUE(ada->until([&] { return ada->answers[sdk::Errc::timed_out] == 1; }));
  EXPECT_TRUE(ada->closed.empty());
}

TEST_F(Meeting, AFrameOverTheLimitEndsTheConnection) {
  const auto ada = node("ada");
  const auto peer = local_transport::new_socket(SOCK_STREAM);
  ASSERT_EQ(local_transport::connect_to(peer.get(), fresh.path + "/ada.stream"), 0);
  ASSERT_EQ(::send(peer.get(), "\x00\x00\x00\x02hi\x7f\xff\xff\xff", 10, MSG_NOSIGNAL), 10);
  ASSERT_TRUE(ada->until([&] { return ada->closed.size() == 1; }));
  EXPECT_EQ(ada->frames.size(), 1u);
  EXPECT_EQ(ada->closed[0].second, sdk::Errc::malformed);
}

}  // namespace
}  // namespace p2pchat::test
