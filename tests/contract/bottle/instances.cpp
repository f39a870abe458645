// SPDX-License-Identifier: MIT
#include "bottle.hpp"
#include "lan_bottle.hpp"
#include "plugin_sea.hpp"

namespace p2pchat::test {
namespace {

INSTANTIATE_TEST_SUITE_P(Bottles, BottleContract,
                         testing::Values(plugin_case<bottle::Bottle>("Plugin"),
                                         plugin_case<lan_bottle::LanBottle>("Lan")),
                         [](const auto& instance) { return instance.param.name; });

}  // namespace
}  // namespace p2pchat::test
