// SPDX-License-Identifier: MIT
#include "bottle.hpp"
#include "plugin_sea.hpp"

namespace p2pchat::test {
namespace {

INSTANTIATE_TEST_SUITE_P(Bottles, BottleContract, testing::Values(plugin_case<bottle::Bottle>("Plugin")),
                         [](const auto& instance) { return instance.param.name; });

}  // namespace
}  // namespace p2pchat::test
