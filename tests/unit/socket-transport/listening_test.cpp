// SPDX-License-Identifier: MIT
#include "listening.hpp"

#include "plain_socket.hpp"
#include "settings.hpp"
#include "socket_node.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

namespace p2pchat::test {
namespace {

using namespace socket_transport;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool is_address_sanitized = true;
#elif defined(__has_feature)
constexpr bool is_address_sanitized = __has_feature(address_sanitizer);
#else
constexpr bool is_address_sanitized = false;
#endif

std::vector<Endpoint> endpoints(std::initializer_list<const char*> texts) {
  std::vector<Endpoint> list;
  for (const auto* text : texts) list.push_back(*parse_endpoint(text));
  return list;
}

TEST(Listening, OpensSeveralAddressesOnOneFreePort) {
  std::vector<Listening> opened;
  const auto status = open_listening(endpoints({"127.0.0.1:0", "[::1]:0"}), opened);
  ASSERT_TRUE(status.ok()) << status.text;
  ASSERT_EQ(opened.size(), 2u);
  EXPECT_NE(opened[0].bound.port, 0);
  EXPECT_EQ(opened[0].bound.port, opened[1].bound.port);
}

TEST(Listening, OpensAllOrNothing) {
  std::vector<Listening> first, second, third;
  ASSERT_TRUE(open_listening(endpoints({"127.0.0.1:0"}), first).ok());
  const auto taken = first[0].bound;
  EXPECT_EQ(open_listening(endpoints({"[::1]:0"}), second).code, sdk::Errc::ok);
  EXPECT_EQ(open_listening({second[0].bound, taken}, third).code, sdk::Errc::busy);
  EXPECT_TRUE(third.empty());
}

TEST(Listening, NamesThePortThatIsTakenAndWhatToDo) {
  SocketNode node, other;
  const auto endpoint = node.listen();
  std::string bound;
  const auto status = other.listen(endpoint, bound);
  EXPECT_EQ(status.code, sdk::Errc::io);
  EXPECT_NE(std::string_view(status.text).find(endpoint + " is taken"), std::string_view::npos) << status.text;
  EXPECT_NE(std::string_view(status.text).find("`listen`"), std::string_view::npos) << status.text;
  EXPECT_TRUE(bound.empty());
}

TEST(Listening, NoticesAPortThatOnlyUdpHas) {
  const auto holder = PlainSocket::datagrams();
  SocketNode node;
  std::string bound;
  EXPECT_EQ(node.listen(holder.endpoint(), bound).code, sdk::Errc::io);
}

TEST(Listening, RefusesAddressesOfOtherMachinesAndNames) {
  SocketNode node;
  std::string bound;
  EXPECT_EQ(node.listen("192.0.2.1:0", bound).code, sdk::Errc::io);
  EXPECT_EQ(node.listen("localhost:0", bound).code, sdk::Errc::invalid);
}

TEST(Listening, TakesItsEndpointsFromTheSettings) {
  SocketNode node(SocketNode::Settings{{"listen", "127.0.0.1:0\n[::1]:0"}});
  std::string bound;
  ASSERT_TRUE(node.listen("", bound).ok());
  const auto line = bound.find('\n');
  ASSERT_NE(line, bound.npos) << bound;
  EXPECT_TRUE(bound.starts_with("127.0.0.1:"));
  EXPECT_TRUE(bound.substr(line + 1).starts_with("[::1]:"));
}

TEST(Listening, TakesTheSecondPortWhenTheFirstIsTakenAndThenSaysSo) {
  // These ports are fixed, so something else on this machine may have them.
  std::vector<Listening> holder;
  if (!open_listening(endpoints({"0.0.0.0:12476"}), holder).ok()) GTEST_SKIP() << "12476 is taken";
  SocketNode node, other;
  std::string bound;
  if (!node.listen("", bound).ok()) GTEST_SKIP() << "12478 is taken";
  EXPECT_NE(bound.find("0.0.0.0:12478"), bound.npos) << bound;
  const auto status = other.listen("", bound);
  EXPECT_EQ(status.code, sdk::Errc::io);
  EXPECT_NE(std::string_view(status.text).find("12476 and 12478"), std::string_view::npos) << status.text;
}

TEST(Listening, NeedsSettingsThatMakeSense) {
  SocketNode node(SocketNode::Settings{{"max_frame", "7"}});
  EXPECT_EQ(node.start_status.code, sdk::Errc::invalid);
  std::string bound;
  EXPECT_EQ(node.listen("127.0.0.1:0", bound).code, sdk::Errc::invalid);
}

TEST(Listening, GoesOnWhenDescriptorsRanOut) {
  if (is_address_sanitized) GTEST_SKIP() << "the sanitizer itself needs descriptors to tell good memory from bad";
  SocketNode node;
  const auto endpoint = node.listen();
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
  auto peer = PlainSocket::listening();  // replaced below; its descriptor is the highest in use
  {
    const rlimit none{static_cast<rlim_t>(peer.get()) + 1, before.rlim_max};
    peer.close();
    peer = PlainSocket::dial(endpoint);  // takes the last descriptor: the node has none to accept with
    ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &none), 0);
  }
  EXPECT_TRUE(peer.send(framed("patience")));
  node.loop.call([] {});
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &before), 0);
  EXPECT_TRUE(node.until([&] { return node.frames.size() == 1; }));
}

}  // namespace
}  // namespace p2pchat::test
