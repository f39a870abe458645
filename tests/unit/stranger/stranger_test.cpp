// SPDX-License-Identifier: MIT
#include "stranger.hpp"

#include "support/fake_bottle.hpp"
#include "support/fake_chat.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using stranger::Stranger;

/// A stranger on a host whose Chat and Bottle have no network; the test plays everybody else.
struct Company {
  VirtualClock clock;
  VirtualHost host{clock};
  FakeChat chat{host, "Mara"};
  FakeBottle bottle{host, FakeChat::id(0xEE)};
  Stranger* somebody = new Stranger(host);

  Company(bool with_bottle = true) {
    host.provide<sdk::Chat>(chat);
    if (with_bottle) host.provide<sdk::Bottle>(bottle);
  }
  ~Company() {
    host.drop_callbacks();
    somebody->destroy();
  }
  std::size_t thrown() {
    std::size_t count = 0;
    bottle.mine([&](const sdk::BottleView&) { ++count; });
    return count;
  }
};

const auto newcomer = FakeChat::id(1);

TEST(Stranger, answers_most_bottles_on_its_beach) {
  Company company;
  company.host.set("temper", "silent");
  ASSERT_TRUE(company.somebody->start().ok());
  for (int i = 0; i < 10; ++i) {
    company.bottle.drift_in(newcomer, "hello from bottle " + std::to_string(i));
    company.clock.run_for(60'000);
  }
  EXPECT_GE(company.bottle.answered().size(), 5U);
}

TEST(Stranger, sees_to_what_came_before_it_woke) {
  Company company;
  company.host.set("temper", "silent");
  for (int i = 0; i < 10; ++i) company.bottle.drift_in(newcomer, "anybody there?");
  company.chat.ask(newcomer, "Ada", "你好");
  company.clock.run_for(1'000);
  ASSERT_TRUE(company.somebody->start().ok());
  company.clock.run_for(60'000);
  EXPECT_GE(company.bottle.answered().size(), 5U);
  EXPECT_EQ(company.chat.texts(newcomer).size(), 1U) << "accepted and greeted";
}

TEST(Stranger, accepts_a_request_and_chats) {
  Company company;
  company.host.set("temper", "silent");
  ASSERT_TRUE(company.somebody->start().ok());
  company.chat.ask(newcomer, "Ada", "I found your bottle");
  company.clock.run_for(20'000);
  ASSERT_EQ(company.chat.texts(newcomer).size(), 1U);
  company.chat.receive(newcomer, "What is your name?");
  company.clock.run_for(20'000);
  const auto texts = company.chat.texts(newcomer);
  ASSERT_EQ(texts.size(), 3U);
  EXPECT_NE(texts.back().find("Mara"), std::string::npos) << texts.back();
}

TEST(Stranger, throws_bottles_when_it_is_talkative) {
  Company company;
  company.host.set("temper", "talkative");
  company.host.set("seed", "12345");
  ASSERT_TRUE(company.somebody->start().ok());
  company.clock.run_for(25'000);
  EXPECT_EQ(company.thrown(), 1U);
  company.clock.run_for(3'600'000);
  EXPECT_GE(company.thrown(), 6U);
}

TEST(Stranger, chats_where_there_are_no_bottles) {
  Company company(false);
  ASSERT_TRUE(company.somebody->start().ok());
  company.chat.ask(newcomer, "Ada", "hello");
  company.clock.run_for(200'000);
  EXPECT_EQ(company.chat.texts(newcomer).size(), 1U);
}

TEST(Stranger, goes_on_when_everything_it_does_fails) {
  Company company;
  company.bottle.failure = {sdk::Errc::busy, "too many bottles"};
  company.host.set("temper", "talkative");
  ASSERT_TRUE(company.somebody->start().ok());
  company.clock.run_for(1'000'000);
  EXPECT_FALSE(company.host.log_lines.empty());
  EXPECT_NE(company.host.log_lines.front().find("too many bottles"), std::string::npos);
}

TEST(Stranger, refuses_settings_it_does_not_understand) {
  for (const auto& [key, value] : {std::pair("temper", "angry"), std::pair("seed", "x"), std::pair("seed", "1x")}) {
    Company company;
    company.host.set(key, value);
    const auto status = company.somebody->start();
    EXPECT_EQ(status.code, sdk::Errc::invalid);
    EXPECT_NE(std::string(status.text).find(key), std::string::npos);
  }
}

}  // namespace
}  // namespace p2pchat::test
