// SPDX-License-Identifier: MIT
#include "sea/sea_settings.hpp"

#include "elf_file.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using host::Candidate;
using host::SeaRole;
using Ids = std::vector<std::string>;

Candidate plugin_with_settings(const std::string& id, const std::string& provides, const Ids& settings = {}) {
  Candidate candidate{id + ".so", {host::ManifestReading::Outcome::read, manifest_of(id), ""}, host::Verdict::good, ""};
  auto& m = candidate.reading.manifest;
  provides.copy(m.provides[m.n_provides++], sizeof m.provides[0] - 1);
  for (const auto& key : settings) key.copy(m.settings[m.n_settings++], sizeof m.settings[0] - 1);
  return candidate;
}

const std::vector<Candidate> found{
    plugin_with_settings("sockets", "p2pchat.transport/1", {"listen"}),
    plugin_with_settings("ring", "p2pchat.routing/1", {"bootstrap", "delegation_work_bits"}),
    plugin_with_settings("disk", "p2pchat.store/1"),
    plugin_with_settings("memory-store", "p2pchat.store/1"),
    plugin_with_settings("screen", "p2pchat.ui/1", {"listen"}),
    plugin_with_settings("stranger", "test.nothing/1")};
const Ids profile{"sockets", "ring", "disk", "screen"};

TEST(SeaSettings, keep_nothing_of_mine_and_show_it_on_my_screen) {
  EXPECT_EQ(sea_plugins(found, profile, SeaRole::mine), (Ids{"sockets", "ring", "memory-store", "screen"}));
}

TEST(SeaSettings, let_strangers_speak_where_i_look) {
  EXPECT_EQ(sea_plugins(found, profile, SeaRole::stranger), (Ids{"sockets", "ring", "memory-store", "stranger"}));
  EXPECT_EQ(sea_plugins(found, profile, SeaRole::sleeper), (Ids{"sockets", "ring", "disk", "stranger"}));
}

TEST(SeaSettings, name_no_plugin_twice) {
  EXPECT_EQ(sea_plugins(found, {"memory-store", "disk", "stranger"}, SeaRole::stranger),
            (Ids{"memory-store", "stranger"}));
}

TEST(SeaSettings, reach_no_farther_than_the_sea_whatever_the_user_configured) {
  const host::PluginSet::Tables given{{"sockets", {{"listen", "0.0.0.0:12476"}}},
                                      {"ring", {{"bootstrap", "node.example.org:12476"}}}};
  const auto tables = sea_tables(found, given, "127.0.0.1:0", "127.0.0.1:20001\n127.0.0.1:20002");
  EXPECT_EQ(tables.at("sockets").at("listen"), "127.0.0.1:0");
  EXPECT_EQ(tables.at("ring").at("bootstrap"), "127.0.0.1:20001\n127.0.0.1:20002");
  EXPECT_FALSE(tables.at("screen").contains("listen")) << "no transport: it means something else there";
}

TEST(SeaSettings, make_work_light_unless_the_user_said_otherwise) {
  EXPECT_EQ(sea_tables(found, {}, "", "").at("ring").at("delegation_work_bits"), "8");
  const host::PluginSet::Tables given{{"ring", {{"delegation_work_bits", "20"}}}};
  EXPECT_EQ(sea_tables(found, given, "", "").at("ring").at("delegation_work_bits"), "20");
  EXPECT_FALSE(sea_tables(found, {}, "", "").at("disk").contains("delegation_work_bits"));
}

}  // namespace
}  // namespace p2pchat::test
