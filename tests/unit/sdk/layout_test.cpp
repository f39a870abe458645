// SPDX-License-Identifier: MIT
// How the structs that cross the ABI lie in memory, and the numbers of its enums. The sizes in the manifest's ABI text
// are checked by every host; the rest only here.
#include <p2pchat/bottle.hpp>
#include <p2pchat/chat.hpp>
#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/plugin.hpp>
#include <p2pchat/routing.hpp>
#include <p2pchat/ui.hpp>

#include <gtest/gtest.h>

#include <cstddef>

namespace p2pchat::test {
namespace {

using namespace sdk;

TEST(Layout, of_the_value_types) {
  EXPECT_EQ(sizeof(str), 16U);
  EXPECT_EQ(offsetof(str, len), 8U);
  EXPECT_EQ(sizeof(bytes), 16U);
  EXPECT_EQ(offsetof(bytes, len), 8U);
  EXPECT_EQ(sizeof(Id), 32U);
  EXPECT_EQ(sizeof(Status), 128U);
  EXPECT_EQ(offsetof(Status, text), 4U);
  EXPECT_EQ(sizeof(Fn<void()>), 24U);
}

TEST(Layout, of_the_structs_of_interfaces) {
  EXPECT_EQ(sizeof(Message), 144U);
  EXPECT_EQ(offsetof(Message, time_ms), 64U);
  EXPECT_EQ(offsetof(Message, direction), 88U);
  EXPECT_EQ(offsetof(Message, type), 96U);
  EXPECT_EQ(offsetof(Message, reason), 128U);
  EXPECT_EQ(sizeof(Contact), 88U);
  EXPECT_EQ(offsetof(Contact, relation), 64U);
  EXPECT_EQ(offsetof(Contact, newest_ms), 80U);
  EXPECT_EQ(sizeof(BottleView), 120U);
  EXPECT_EQ(offsetof(BottleView, here_ms), 80U);
  EXPECT_EQ(offsetof(BottleView, hops), 92U);
  EXPECT_EQ(offsetof(BottleView, body), 104U);
  EXPECT_EQ(sizeof(BottleStep), 72U);
  EXPECT_EQ(offsetof(BottleStep, text), 56U);
  EXPECT_EQ(sizeof(Peer), 56U);
  EXPECT_EQ(sizeof(NodeEntry), 128U);
  EXPECT_EQ(offsetof(NodeEntry, rtt_ms), 124U);
}

TEST(Layout, of_the_manifest) {
  EXPECT_EQ(sizeof(Dependency), 48U);
  EXPECT_EQ(offsetof(Manifest, size), 8U);
  EXPECT_EQ(offsetof(Manifest, sdk_major), 12U);
  EXPECT_EQ(offsetof(Manifest, abi), 16U);
  EXPECT_EQ(offsetof(Manifest, id), 128U);
  EXPECT_EQ(offsetof(Manifest, n_provides), 320U);
  EXPECT_EQ(offsetof(Manifest, provides), 336U);
  EXPECT_EQ(offsetof(Manifest, dependencies), 656U);
  EXPECT_EQ(offsetof(Manifest, settings), 1040U);
  EXPECT_EQ(sizeof(Manifest), 1552U);
}

TEST(Layout, of_the_enums) {
  EXPECT_EQ(static_cast<int>(Errc::ok), 0);
  EXPECT_EQ(static_cast<int>(Errc::not_found), 6);
  EXPECT_EQ(static_cast<int>(Errc::internal), 14);
  EXPECT_EQ(static_cast<int>(Level::error), 4);
  EXPECT_EQ(static_cast<int>(Role::responder), 1);
  EXPECT_EQ(static_cast<int>(Direction::incoming), 1);
  EXPECT_EQ(static_cast<int>(State::failed), 4);
  EXPECT_EQ(static_cast<int>(Relation::blocked), 3);
  EXPECT_EQ(static_cast<int>(Voyage::expired), 4);
  EXPECT_EQ(static_cast<int>(Voyage::kept), 8);
}

struct Quiet final : PluginOf<Quiet, Ui, Network> {
  using PluginOf::PluginOf;
  std::int32_t run(std::int32_t, const char* const*) override { return 0; }
  void quit() noexcept override {}
  void send(const Id&, str, str, StatusFn&&) noexcept override {}
  Status on_message(str, Fn<void(const Id&, std::uint64_t, str)>&&) noexcept override { return {}; }
  void peers(const Fn<void(const Peer&)>&) noexcept override {}
};

constexpr Manifest example = detail::make_manifest<Quiet>(Info{.id = "quiet",
                                                               .name = "Quiet",
                                                               .version = "1.2.3",
                                                               .license = "MIT",
                                                               .dependencies = {needs<Crypto>(), wants<Chat>()},
                                                               .settings = {"depth", "salt"}});

TEST(MakeManifest, holds_what_the_author_wrote_and_what_the_class_provides) {
  EXPECT_EQ(std::string_view(example.magic, sizeof example.magic), "P2PPLUG1");
  EXPECT_STREQ(example.id, "quiet");
  EXPECT_STREQ(example.version, "1.2.3");
  ASSERT_EQ(example.n_provides, 2U);
  EXPECT_STREQ(example.provides[0], "p2pchat.ui/1");
  EXPECT_STREQ(example.provides[1], "p2pchat.network/1");
  ASSERT_EQ(example.n_dependencies, 2U);
  EXPECT_STREQ(example.dependencies[0].iid, "p2pchat.crypto/1");
  EXPECT_EQ(example.dependencies[0].optional, 0U);
  EXPECT_EQ(example.dependencies[1].optional, 1U);
  ASSERT_EQ(example.n_settings, 2U);
  EXPECT_STREQ(example.settings[1], "salt");
}

TEST(MakeManifest, spells_out_what_must_agree) {
  EXPECT_STREQ(example.abi, "p2pchat;itanium;le;ptr=8;str=16;bytes=16;id=32;status=128;fn=24;manifest=1552");
}

}  // namespace
}  // namespace p2pchat::test
