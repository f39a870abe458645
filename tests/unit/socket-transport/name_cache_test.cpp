// SPDX-License-Identifier: MIT
#include "name_cache.hpp"

#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

namespace p2pchat::socket_transport {
namespace {

struct Names {
  test::VirtualClock clock;
  test::VirtualHost host{clock};
  std::vector<std::string> asked;
  bool answering = true;
  NameCache cache{host, [this](const std::string& name) {
                    asked.push_back(name);
                    return answering ? std::vector{*parse_endpoint("192.0.2.1:0"), *parse_endpoint("[2001:db8::1]:0")}
                                     : std::vector<Endpoint>();
                  }};
  std::string find(std::string_view name, std::uint16_t port = 7) {
    std::string text = "nothing yet";
    cache.find(name, port, [&](const std::vector<Endpoint>& addresses) {
      text.clear();
      for (const auto& address : addresses) text += to_text(address) + " ";
    });
    EXPECT_EQ(text, "nothing yet");  // never from inside the call
    clock.run_for(1);
    return text;
  }
};

TEST(NameCache, FindsAddressesWithThePortAskedFor) {
  Names names;
  EXPECT_EQ(names.find("a.example", 7), "192.0.2.1:7 [2001:db8::1]:7 ");
  EXPECT_EQ(names.find("a.example", 8), "192.0.2.1:8 [2001:db8::1]:8 ");
  EXPECT_EQ(names.asked.size(), 1u);
}

TEST(NameCache, AsksAgainAfterTenMinutes) {
  Names names;
  names.find("a.example");
  names.clock.run_for(599'000);
  names.find("a.example");
  EXPECT_EQ(names.asked.size(), 1u);
  names.clock.run_for(2'000);
  names.find("a.example");
  EXPECT_EQ(names.asked.size(), 2u);
}

TEST(NameCache, RemembersAFailureForTenSeconds) {
  Names names;
  names.answering = false;
  EXPECT_EQ(names.find("a.example"), "");
  names.answering = true;
  EXPECT_EQ(names.find("a.example"), "");
  names.clock.run_for(11'000);
  EXPECT_EQ(names.find("a.example"), "192.0.2.1:7 [2001:db8::1]:7 ");
}

TEST(NameCache, AsksOnceForAllWhoWait) {
  Names names;
  int answers = 0;
  for (int i = 0; i < 10; ++i)
    names.cache.find("a.example", 7, [&](const auto& addresses) { answers += addresses.size() == 2; });
  names.clock.run_for(1);
  EXPECT_EQ(answers, 10);
  EXPECT_EQ(names.asked.size(), 1u);
}

TEST(NameCache, DoesNotGrowWithoutEnd) {
  Names names;
  for (int i = 0; i < 1'000; ++i) EXPECT_NE(names.find("n" + std::to_string(i) + ".example"), "nothing yet");
  EXPECT_EQ(names.asked.size(), 1'000u);
}

TEST(NameCache, IsSilentAfterStop) {
  Names names;
  bool answered = false;
  names.cache.find("a.example", 7, [&](const auto&) { answered = true; });
  names.cache.stop();
  names.clock.run_for(1'000);
  EXPECT_FALSE(answered);
}

TEST(NameCache, KnowsThisMachineBySystemMeans) {
  const auto addresses = resolve("localhost");
  ASSERT_FALSE(addresses.empty());
  for (const auto& address : addresses) EXPECT_TRUE(is_loopback(address)) << to_text(address);
  EXPECT_TRUE(resolve("does-not-exist.invalid").empty());
}

}  // namespace
}  // namespace p2pchat::socket_transport
