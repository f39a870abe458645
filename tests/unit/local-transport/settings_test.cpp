// SPDX-License-Identifier: MIT
#include "settings.hpp"

#include "place.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

namespace p2pchat::local_transport {
namespace {

TEST(LocalSettings, NameTheKeyThatIsWrong) {
  for (const auto& [key, value] : {std::pair("listen", "a b"), {"max_frame", "12"}, {"queue_limit", "many"}}) {
    test::VirtualClock clock;
    test::VirtualHost host(clock);
    host.set(key, value);
    Settings settings;
    const auto status = read_settings(host, settings);
    EXPECT_EQ(status.code, sdk::Errc::invalid) << key;
    EXPECT_NE(std::string(status.text).find(value), std::string::npos) << status.text;
  }
}

TEST(LocalSettings, TakeANameWithOrWithoutItsWord) {
  for (const auto* text : {"ada", "local:ada"}) {
    test::VirtualClock clock;
    test::VirtualHost host(clock);
    host.set("listen", text);
    Settings settings;
    EXPECT_TRUE(read_settings(host, settings).ok()) << text;
    EXPECT_EQ(settings.listen, "ada");
  }
}

TEST(LocalSettings, PutTheUsualFolderWhereTheSessionHasIts) {
  EXPECT_EQ(usual_folder("/run/user/1000", 1000), "/run/user/1000/p2pchat");
  EXPECT_EQ(usual_folder(nullptr, 1000), "/tmp/p2pchat-1000");
  EXPECT_EQ(usual_folder("not/absolute", 7), "/tmp/p2pchat-7");
}

TEST(LocalSettings, DrawNamesThatDiffer) {
  test::VirtualClock clock;
  test::VirtualHost host(clock);
  const auto one = drawn_name(host), other = drawn_name(host);
  EXPECT_TRUE(is_name(one)) << one;
  EXPECT_NE(one, other);
}

}  // namespace
}  // namespace p2pchat::local_transport
