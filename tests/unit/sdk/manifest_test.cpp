// SPDX-License-Identifier: MIT
// What a plugin says of itself in its file. How all that crosses the ABI lies in memory is held by tests/abi.
#include <p2pchat/chat.hpp>
#include <p2pchat/crypto.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/plugin.hpp>
#include <p2pchat/ui.hpp>

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace sdk;

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
