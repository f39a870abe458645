// SPDX-License-Identifier: MIT
#include "line/line_mode.hpp"

#include "people.hpp"
#include "support/fake_chat.hpp"
#include "support/real_host.hpp"

#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include <thread>

namespace p2pchat::terminal_ui {
namespace {

constexpr int patience_ms = 120'000;

/// Line mode between two pipes, on a thread of its own, over a host with a loop thread; bob is a contact.
class Piped {
 public:
  explicit Piped(Options options) {
    host.provide(static_cast<sdk::Chat&>(chat));
    if (::pipe(in_) != 0 || ::pipe(out_) != 0) std::abort();
    chat.befriend(bob, "bob");
    settle();
    feed_ = std::make_unique<Feed>(host, mailbox);
    feed_->listen();
    thread_ = std::thread([this, options] {
      code_ = run_line_mode(options, *feed_, *mailbox, in_[0], out_[1]);
      ::close(out_[1]);
    });
  }
  ~Piped() {
    mailbox->ask_to_quit();
    if (thread_.joinable()) thread_.join();
    mailbox->close();
    loop.call([this] { host.drop_callbacks(); });
    close_input();
    close_output();
    ::close(in_[0]);
  }
  /// Waits until everything posted so far has run.
  void settle() {
    loop.call([] {});
  }
  void type(std::string_view text) { EXPECT_EQ(::write(in_[1], text.data(), text.size()), ssize_t(text.size())); }
  void close_input() {
    if (in_[1] >= 0) ::close(std::exchange(in_[1], -1));
  }
  void close_output() {
    if (out_[0] >= 0) ::close(std::exchange(out_[0], -1));
  }
  /// Reads until the output holds a text or ends.
  bool expect(std::string_view text) {
    while (seen.find(text) == seen.npos)
      if (!read_more()) return false;
    return true;
  }
  int code() {
    while (out_[0] >= 0 && read_more()) {
    }
    thread_.join();
    return code_;
  }
  int wait() {
    thread_.join();
    return code_;
  }
  std::string seen;
  test::RealLoop loop;
  test::RealHost host{loop};
  test::FakeChat chat{host};
  std::shared_ptr<Mailbox> mailbox = std::make_shared<Mailbox>();

 private:
  bool read_more() {
    pollfd wait{out_[0], POLLIN, 0};
    if (::poll(&wait, 1, patience_ms) <= 0) return false;
    char octets[4096];
    const auto count = ::read(out_[0], octets, sizeof octets);
    if (count > 0) seen.append(octets, static_cast<std::size_t>(count));
    return count > 0;
  }
  int in_[2] = {-1, -1}, out_[2] = {-1, -1}, code_ = -1;
  std::unique_ptr<Feed> feed_;
  std::thread thread_;
};

TEST(LineMode, EndsWithItsInputOnceWhatWasTypedIsDone) {
  Piped piped({true, true, false});
  std::string text;
  for (int i = 0; i < 300; ++i) text += "/msg b01111 number " + std::to_string(i) + "\n";
  piped.type(text);
  piped.close_input();
  EXPECT_EQ(piped.code(), 0);
  piped.settle();
  EXPECT_EQ(piped.chat.sent().size(), 300U);
  std::size_t results = 0;
  for (auto at = piped.seen.find("\"event\":\"result\""); at != piped.seen.npos;
       at = piped.seen.find("\"event\":\"result\"", at + 1))
    ++results;
  EXPECT_EQ(results, 300U);
}

TEST(LineMode, StaysWithoutInputWhenToldAndLeavesWhenAsked) {
  Piped piped({true, true, true});
  piped.close_input();
  ASSERT_TRUE(piped.expect("\"event\":\"ready\""));
  piped.chat.receive(bob, "still there?");
  ASSERT_TRUE(piped.expect("\"body\":\"still there?\""));
  piped.mailbox->ask_to_quit();
  EXPECT_EQ(piped.code(), 0);
}

TEST(LineMode, LeavesOnQuitThoughMoreIsTyped) {
  Piped piped({true, false, true});
  piped.type("/quit\n/help\n");
  EXPECT_EQ(piped.code(), 0);
  EXPECT_EQ(piped.seen.find("/history"), piped.seen.npos);
}

TEST(LineMode, TakesALongLine) {
  Piped piped({true, true, true});
  const std::string body(60'000, 'x');
  piped.type("/msg bob " + body.substr(0, 30'000));
  piped.type(body.substr(30'000) + "\n");
  EXPECT_TRUE(piped.expect("\"body\":\"" + body + "\""));
}

TEST(LineMode, LeavesWhenAskedThoughNobodyReads) {
  Piped piped({true, true, true});
  for (int i = 0; i < 40; ++i) piped.chat.receive(bob, std::string(10'000, 'x'));
  piped.settle();
  piped.mailbox->ask_to_quit();
  EXPECT_EQ(piped.wait(), 0);
}

TEST(LineMode, SaysByItsCodeThatTheReaderIsGone) {
  ::signal(SIGPIPE, SIG_IGN);
  Piped piped({true, true, true});
  piped.close_output();
  piped.type("/help\n");
  EXPECT_EQ(piped.wait(), 1);
}

}  // namespace
}  // namespace p2pchat::terminal_ui
