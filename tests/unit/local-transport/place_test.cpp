// SPDX-License-Identifier: MIT
#include "place.hpp"

#include <gtest/gtest.h>

namespace p2pchat::local_transport {
namespace {

TEST(Place, IsAWordAndAName) {
  EXPECT_EQ(name_of("local:Ada_2-b"), "Ada_2-b");
  EXPECT_EQ(endpoint_of("ada"), "local:ada");
  EXPECT_EQ(name_of(endpoint_of(std::string(40, 'x'))), std::string(40, 'x'));
}

TEST(Place, IsNothingElse) {
  for (const auto* text : {"", "ada", "local:", "local:a b", "local:../ada", "local:a/b", "local:a.b", "local:1000:7",
                           "Local:ada", "local:ad\xc3\xa4", "127.0.0.1:1"})
    EXPECT_FALSE(name_of(text)) << text;
  EXPECT_FALSE(name_of("local:" + std::string(41, 'x')));
  EXPECT_FALSE(name_of(std::string_view("local:a\0b", 9)));
}

TEST(Place, OfACallerIsNobodysAndTellsTheUserBeforeItsLastColon) {
  EXPECT_EQ(caller(1000, 7), "local:1000:7");
  EXPECT_FALSE(name_of(caller(1000, 7)));
  EXPECT_TRUE(is_caller(caller(0, 1)));
  for (const auto* text : {"", "local:", "local:7", "local::7", "local:7:", "local:x:7", "local:7:x", "other:7:7"})
    EXPECT_FALSE(is_caller(text)) << text;
}

TEST(Place, OfEverybodyIsAnyMulticastGroup) {
  for (const auto* group : {"239.255.80.67:12477", "224.0.0.1:1", "[ff02::1]:12477"})
    EXPECT_TRUE(is_everybody(group)) << group;
  for (const auto* text : {"", ":", "192.0.2.1:12477", "240.0.0.1:1", "[2001:db8::1]:1", "ff02::1:1", "[239.0.0.1]:1",
                           "239.255.80.67", "239.255.80.67:0", "239.255.80.67:x", "239.255.80:1", "local:ada"})
    EXPECT_FALSE(is_everybody(text)) << text;
}

}  // namespace
}  // namespace p2pchat::local_transport
