// SPDX-License-Identifier: MIT
#include "text/links.hpp"

#include <gtest/gtest.h>

namespace p2pchat::wx_gui {
namespace {

std::vector<std::u32string> links_in(std::u32string_view text) {
  std::vector<std::u32string> found;
  for (const auto& link : find_links(text)) found.emplace_back(text.substr(link.begin, link.end - link.begin));
  return found;
}

using Found = std::vector<std::u32string>;

TEST(Links, AreWebAddressesAlone) {
  EXPECT_EQ(links_in(U"see https://example.org/a?b=c#d and HTTP://x.io"),
            (Found{U"https://example.org/a?b=c#d", U"HTTP://x.io"}));
  EXPECT_EQ(links_in(U"javascript:alert(1) file:///etc/passwd ftp://a.b xhttp://a.b https:// http://"), Found{});
}

TEST(Links, LeaveThePunctuationOfTheSentence) {
  EXPECT_EQ(links_in(U"(https://example.org/a), https://b.io/x_(y)."),
            (Found{U"https://example.org/a", U"https://b.io/x_(y)"}));
  EXPECT_EQ(links_in(U"看 https://example.org/路。好"), (Found{U"https://example.org/"}));
  EXPECT_EQ(links_in(U"https://example.org，好"), (Found{U"https://example.org"}));
  EXPECT_EQ(links_in(U"https://example.org这个"), (Found{U"https://example.org"}));
}

TEST(Links, EndWhereAHiddenCharacterIsShown) {
  EXPECT_EQ(links_in(U"https://a.io/<U+202E>gpj.exe"), (Found{U"https://a.io/"}));
  EXPECT_EQ(links_in(U"https://a.io/\u200Bb"), (Found{U"https://a.io/"}));
}

TEST(Links, MayHaveHostsOfOtherScripts) {
  EXPECT_EQ(links_in(U"https://例子.测试/a"), (Found{U"https://例子.测试/a"}));
  EXPECT_EQ(links_in(U"https://аpple.com"), (Found{U"https://аpple.com"}));
}

TEST(LinkTargets, ShowOtherScriptsAsPunycode) {
  const auto target = target_of("https://аpple.com/login");  // the first letter is Cyrillic
  ASSERT_TRUE(target);
  EXPECT_EQ(target->host, "xn--pple-43d.com");
  EXPECT_EQ(target->url, "https://xn--pple-43d.com/login");
  EXPECT_TRUE(target->other_script);
}

TEST(LinkTargets, LeaveOutWhatOnlyLooksLikeAHost) {
  const auto target = target_of("https://bank.example@evil.example:8080/bank.example");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->host, "evil.example");
  EXPECT_EQ(target->url, "https://evil.example:8080/bank.example");
  EXPECT_TRUE(target->name_before);
  EXPECT_EQ(target_of("https://evil.example\\@bank.example")->host, "evil.example");
}

TEST(LinkTargets, SayWhetherTheyAreEncrypted) {
  EXPECT_TRUE(target_of("HTTPS://Example.ORG")->encrypted);
  EXPECT_FALSE(target_of("http://example.org")->encrypted);
  EXPECT_EQ(target_of("HTTPS://Example.ORG")->host, "example.org");
  EXPECT_EQ(target_of("http://[2001:db8::1]:80/")->host, "[2001:db8::1]");
}

TEST(LinkTargets, AreNothingWithoutAHost) {
  EXPECT_FALSE(target_of("https://"));
  EXPECT_FALSE(target_of("https://@/"));
  EXPECT_FALSE(target_of("nothing"));
  EXPECT_FALSE(target_of("https://" + std::string(300, 'a') + ".org"));
}

}  // namespace
}  // namespace p2pchat::wx_gui
