// SPDX-License-Identifier: MIT
#include "eclipse.hpp"

#include <gtest/gtest.h>

#include <iostream>

namespace p2pchat::simulation {
namespace {

TEST(Eclipse, ManyIdsInFourNetworksOwnFourPlacesAlsoAfterARestart) {
  const Options options{.nodes = 80, .minutes = 3, .lookups = 20, .sybils = 80, .networks = 4};
  const auto result = run_eclipse(options);
  std::cout << text_of(options) << "\n";
  print(result, std::cout);
  for (const auto& figures : {result.before, result.besieged, result.restarted, result.later}) {
    EXPECT_LE(figures.sybils.good, 4U);
    EXPECT_LE(figures.on_disk.good, 4U);
    EXPECT_GE(figures.sybils.all, 40U) << "the others are known all the same";
    EXPECT_EQ(figures.found.all, 20U);
  }
}

}  // namespace
}  // namespace p2pchat::simulation
