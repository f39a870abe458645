// SPDX-License-Identifier: MIT
#include "presentation/conversation_export.hpp"
#include "support/fake_chat.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>
#include <time.h>
#include <wire/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace p2pchat::presentation {
namespace {

constexpr std::uint64_t morning = 1'764'064'800'000;  // 25 November 2025, 10:00 UTC

struct Calls final : Postbox {
  std::vector<sdk::Fn<void()>> waiting;
  void post(sdk::Fn<void()>&& call) noexcept override { waiting.push_back(std::move(call)); }
};

struct Exporting : testing::Test {
  test::VirtualClock clock;
  test::VirtualHost host{clock};
  test::FakeChat chat{host};
  std::filesystem::path folder;
  std::shared_ptr<Calls> postbox = std::make_shared<Calls>();
  std::unique_ptr<ChatCalls> calls;
  const sdk::Id bob = test::FakeChat::id(0xB0);
  std::optional<sdk::Status> ended;
  std::uint64_t count = 0;

  void SetUp() override {
    ::setenv("TZ", "UTC", 1);
    ::tzset();
    auto name = (std::filesystem::temp_directory_path() / "p2pchat-export-XXXXXX").string();
    ASSERT_TRUE(::mkdtemp(name.data()));
    folder = name;
    host.provide(static_cast<sdk::Chat&>(chat));
    calls = std::make_unique<ChatCalls>(host, postbox);
    chat.befriend(bob, "<b>bob</b>");
  }
  void TearDown() override { std::filesystem::remove_all(folder); }
  void settle() {
    for (int round = 0; round < 50; ++round) {
      clock.run_for(1);
      for (auto& call : std::exchange(postbox->waiting, {})) call();
    }
  }
  std::string path() const { return (folder / "out").string(); }
  void start(TranscriptFormat format) {
    TranscriptHead head{{test::FakeChat::id(0x01), "alice", {}}, {}, morning};
    head.them.id = bob, head.them.name = "<b>bob</b>";
    ConversationExport::start(*calls, format, head, path(), [this](const sdk::Status& status, std::uint64_t messages) {
      ended = status, count = messages;
    });
  }
  std::string exported(TranscriptFormat format) {
    start(format);
    settle();
    EXPECT_TRUE(ended && ended->ok());
    std::ifstream file(path(), std::ios::binary);
    return (std::ostringstream() << file.rdbuf()).str();
  }
};

TEST_F(Exporting, AsTextHasWhoAndWhen) {
  chat.receive(bob, "早上好\nsecond line", morning);
  EXPECT_EQ(exported(TranscriptFormat::text),
            "alice · <b>bob</b>\n2025-11-25 10:00\n\n[2025-11-25 10:00] <b>bob</b>: 早上好\nsecond line\n");
  EXPECT_EQ(count, 1U);
}

TEST_F(Exporting, AsHtmlRunsNothingOfWhatOthersWrote) {
  chat.receive(bob, "<script>alert('x')</script> & \"quoted\" \u202E", morning);
  const auto page = exported(TranscriptFormat::html);
  EXPECT_EQ(page.find("<script"), page.npos);
  EXPECT_EQ(page.find("<b>"), page.npos);
  EXPECT_NE(page.find("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quoted&quot; &lt;U+202E&gt;"),
            page.npos);
  EXPECT_NE(page.find("default-src 'none'"), page.npos);
}

TEST_F(Exporting, AsJsonIsJsonAndHasTheTextsAsTheyAre) {
  chat.receive(bob, "a \"quoted\"\n\u202E text", morning);
  chat.receive(bob, "two", morning);
  wire::JsonParser parser;
  const auto text = exported(TranscriptFormat::json);
  const auto* json = parser.parse(text);
  ASSERT_TRUE(json) << text;
  EXPECT_EQ(json->find("them")->string("name"), "<b>bob</b>");
  const auto messages = json->find("messages")->items;
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_EQ(messages[0].string("body"), "a \"quoted\"\n\u202E text");
  EXPECT_EQ(messages[0].string("from"), "them");
  EXPECT_EQ(messages[0].integer("time_ms"), morning);
}

TEST_F(Exporting, OfNothingIsStillWhole) {
  wire::JsonParser parser;
  EXPECT_TRUE(parser.parse(exported(TranscriptFormat::json)));
  EXPECT_EQ(count, 0U);
}

TEST_F(Exporting, GoesThroughAllPagesInOrder) {
  for (int i = 1; i <= 2500; ++i) chat.receive(bob, "text " + std::to_string(i), morning);
  const auto all = exported(TranscriptFormat::text);
  EXPECT_EQ(count, 2500U);
  std::size_t at = 0;
  for (int i = 1; i <= 2500; ++i) {
    at = all.find(": text " + std::to_string(i) + "\n", at);
    ASSERT_NE(at, all.npos) << i;
  }
}

TEST_F(Exporting, LosesNothingWhenMessagesComeMeanwhile) {
  for (int i = 1; i <= 1500; ++i) chat.receive(bob, "text " + std::to_string(i), morning);
  settle();
  start(TranscriptFormat::text);
  clock.run_for(1);
  for (auto& call : std::exchange(postbox->waiting, {})) call();
  for (int i = 1; i <= 800; ++i) chat.receive(bob, "late", morning);
  settle();
  ASSERT_TRUE(ended && ended->ok());
  EXPECT_EQ(count, 1500U);
}

TEST_F(Exporting, SaysWhyItFailsAndLeavesNothingBehind) {
  chat.receive(bob, "text", morning);
  settle();
  chat.failure = {sdk::Errc::io, "disk full"};
  start(TranscriptFormat::text);
  settle();
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->code, sdk::Errc::io);
  EXPECT_TRUE(std::filesystem::is_empty(folder));
}

TEST_F(Exporting, SaysThatAFileCannotBeWritten) {
  std::filesystem::create_directory(path() + ".part");
  start(TranscriptFormat::text);
  settle();
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->code, sdk::Errc::io);
}

}  // namespace
}  // namespace p2pchat::presentation
