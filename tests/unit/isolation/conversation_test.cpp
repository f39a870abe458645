// SPDX-License-Identifier: MIT
#include "desk.hpp"
#include "endpoint.hpp"
#include "remote_host.hpp"
#include "support/fake_bottle.hpp"
#include "support/fake_chat.hpp"
#include "support/real_host.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <algorithm>
#include <future>

namespace p2pchat::isolation {
namespace {

using test::FakeChat;

/// A node with a chat and a beach, and the host of a plugin in a worker, in one process.
class Conversation : public testing::Test {
 protected:
  Conversation() {
    int pair[2];
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair), 0);
    host_.provide<sdk::Chat>(chat_);
    host_.provide<sdk::Bottle>(bottle_);
    host_.set("appearance", "dark");
    loop_.call([this] { line_->claim(); });
    node_ = std::make_unique<Endpoint>(pair[0], Side{});
    desk_ = std::make_unique<Desk>(host_, node_->callee(), line_, std::vector<std::string>(), Desk::Life());
    node_->callee().offer<NodeSide>(*desk_);
    Side side{.full = Outlet::Full::waits,
              .callbacks = [this](sdk::Fn<void()>&& f) { worker_loop_.post(std::move(f)); },
              .max_in_line = Callee::any};
    worker_ = std::make_unique<Endpoint>(pair[1], std::move(side));
    node_->open([this] { node_closed_.set_value(); });
    worker_->open([] {});
    worker_loop_.attend(worker_->intake());
    remote_ = std::make_unique<RemoteHost>(worker_->caller(), worker_loop_);
  }
  ~Conversation() override {
    worker_loop_.stop();
    remote_.reset();
    worker_->close();
    node_->close();
    loop_.call([this] {
      desk_.reset();
      host_.drop_callbacks();
    });
  }

  bool logged(const std::string& words) {
    return loop_.wait_until([&] {
      return std::ranges::any_of(host_.log_lines(), [&](const auto& line) { return line.find(words) != line.npos; });
    });
  }

  test::RealLoop loop_;
  test::RealHost host_{loop_};
  FakeChat chat_{host_, "Ada"};
  test::FakeBottle bottle_{host_, FakeChat::id(1)};
  const std::shared_ptr<Line> line_ = std::make_shared<Line>([this](sdk::Fn<void()>&& f) { host_.post(std::move(f)); });
  WorkerLoop worker_loop_;
  std::promise<void> node_closed_;
  std::unique_ptr<Endpoint> node_, worker_;
  std::unique_ptr<Desk> desk_;
  std::unique_ptr<RemoteHost> remote_;
};

TEST_F(Conversation, AnswersOfChatComeLaterOnTheWorkersLoop) {
  std::promise<std::string> name;
  std::thread::id thread;
  remote_->get<sdk::Chat>()->self([&](const sdk::Status&, const sdk::Id&, sdk::str mine, sdk::str) {
    thread = std::this_thread::get_id();
    name.set_value(std::string(mine));
  });
  EXPECT_EQ(name.get_future().get(), "Ada");
  std::promise<std::thread::id> loop;
  remote_->post([&] { loop.set_value(std::this_thread::get_id()); });
  EXPECT_EQ(loop.get_future().get(), thread);
}

TEST_F(Conversation, AListingCallsEachThenDone) {
  chat_.befriend(FakeChat::id(2), "Bob");
  chat_.befriend(FakeChat::id(3), "Cem");
  std::promise<std::string> all;
  auto names = std::make_shared<std::string>();
  remote_->get<sdk::Chat>()->contacts(
      [names](const sdk::Contact& each) { *names += std::string(each.name) + " "; },
      [&, names](const sdk::Status& status) { all.set_value(*names + (status.ok() ? "ok" : status.text)); });
  EXPECT_EQ(all.get_future().get(), "Bob Cem ok");
}

TEST_F(Conversation, ACallThatReturnsAtOnceBlocksOnlyItsCaller) {
  bottle_.drift_in(FakeChat::id(9), "to whoever finds it");
  std::string body;
  worker_loop_.run(
      [&] { remote_->get<sdk::Bottle>()->beach([&](const sdk::BottleView& view) { body = std::string(view.body); }); });
  EXPECT_EQ(body, "to whoever finds it");
  std::string setting;
  sdk::OutTo out(setting);
  EXPECT_TRUE(remote_->config("appearance", out));
  EXPECT_EQ(setting, "dark");
  EXPECT_FALSE(remote_->config("language", out));
}

TEST_F(Conversation, ACallOffItsThreadIsNotMadeAndNamed) {
  std::promise<sdk::Errc> opened;
  remote_->get<sdk::Bottle>()->open(FakeChat::id(9), [&](const sdk::Status& status) { opened.set_value(status.code); });
  EXPECT_EQ(opened.get_future().get(), sdk::Errc::internal);
  EXPECT_TRUE(logged("called Bottle::open off its thread, [loop]: post it there"));
}

TEST_F(Conversation, AfterItHasStoppedNothingThatItAsksForIsHeard) {
  remote_->end();
  EXPECT_EQ(remote_->after(0, [] { ADD_FAILURE() << "a timer"; }), 0U);
  EXPECT_EQ(remote_->subscribe("", [](sdk::str, const sdk::Id&, sdk::bytes) {}), 0U);
  EXPECT_EQ(remote_->get<sdk::Chat>(), nullptr);
  remote_->post([] { ADD_FAILURE() << "a post"; });
  worker_loop_.run([] {});
  EXPECT_TRUE(logged("called Host::post after it had stopped"));
}

TEST_F(Conversation, ManyThreadsAskAtOnceWhileEventsCome) {
  std::atomic<int> heard = 0;
  remote_->subscribe("notice", [&](sdk::str, const sdk::Id&, sdk::bytes) { ++heard; });
  constexpr int threads = 6, calls = 200;
  std::atomic<int> answered = 0;
  std::vector<std::thread> all;
  for (int n = 0; n < threads; ++n)
    all.emplace_back([&] {
      for (int call = 0; call < calls; ++call) {
        std::string setting;
        sdk::OutTo out(setting);
        if (remote_->config("appearance", out) && setting == "dark") ++answered;
        host_.publish("notice", {}, {});
      }
    });
  for (auto& each : all) each.join();
  EXPECT_EQ(answered, threads * calls);
  std::promise<void> last;
  remote_->subscribe("last", [&](sdk::str, const sdk::Id&, sdk::bytes) { last.set_value(); });
  host_.publish("last", {}, {});
  last.get_future().get();
  EXPECT_EQ(heard, threads * calls);
}

TEST_F(Conversation, EventsAreHeardUntilTheyAreCancelled) {
  std::promise<std::string> heard;
  const auto token = remote_->subscribe("notice", [&](sdk::str topic, const sdk::Id&, sdk::bytes detail) {
    heard.set_value(std::string(topic) + " " + std::string(detail.text()));
  });
  host_.publish("notice", {}, sdk::bytes::of("hello"));
  EXPECT_EQ(heard.get_future().get(), "notice hello");
  remote_->cancel(token);
  host_.publish("notice", {}, sdk::bytes::of("a second value would throw"));
  std::string nothing;
  sdk::OutTo out(nothing);
  (void)remote_->config("after", out);  // passes the socket behind the event
  std::promise<void> passed;
  remote_->post([&] { passed.set_value(); });
  passed.get_future().get();
}

TEST_F(Conversation, WhatTheNodeDoesNotOfferIsNotThere) {
  EXPECT_EQ(remote_->query("p2pchat.identity/1", 0), nullptr);
  EXPECT_EQ(remote_->query("p2pchat.routing/1", 0), nullptr);
  EXPECT_EQ(remote_->query("p2pchat.chat/1", 1), nullptr);
  EXPECT_EQ(remote_->get<sdk::Chat>(), remote_->get<sdk::Chat>());
}

TEST_F(Conversation, TimersAreTheWorkersOwn) {
  std::promise<void> due;
  remote_->post([&] {  // the loop is here, so neither is due before both are set
    const auto never = remote_->after(1, [] { FAIL(); });
    remote_->cancel(never);
    remote_->after(2, [&] { due.set_value(); });
  });
  due.get_future().get();
}

TEST_F(Conversation, AMalformedCallEndsTheWorkerAndCallsNothing) {
  Frame frame(Kind::call, 1);
  frame.writer().number<std::uint32_t>(0);
  frame.writer().number<std::uint32_t>(99);
  worker_->outlet().send(frame.finish());
  node_closed_.get_future().get();
  EXPECT_EQ(node_->outlet().reason(), "sent what is malformed");
  EXPECT_EQ(remote_->query("p2pchat.chat/1", 0), nullptr);  // and does not wait for ever
}

TEST_F(Conversation, ACallbackTheNodeNeverGaveIsMalformed) {
  worker_->outlet().send(Frame(Kind::invoke, 12345).finish());
  node_closed_.get_future().get();
  EXPECT_EQ(node_->outlet().reason(), "sent what is malformed");
}

TEST_F(Conversation, AFloodOfEventsWaitsForTheLoop) {
  std::atomic<int> told = 0;
  host_.subscribe("flood", [&](sdk::str, const sdk::Id&, sdk::bytes) { ++told; });
  std::promise<void> stopped, go_on;
  loop_.post([&] {
    stopped.set_value();
    go_on.get_future().get();
  });
  stopped.get_future().get();
  constexpr int flood = 10'000;
  std::thread worker([&] {
    for (int n = 0; n < flood; ++n) remote_->publish("flood", {}, {});
  });
  while (node_->callee().ready()) std::this_thread::yield();
  go_on.set_value();
  worker.join();
  EXPECT_TRUE(loop_.wait_until([&] { return told == flood; }));
  EXPECT_TRUE(node_->callee().ready());
}

TEST_F(Conversation, WhatAWorkerSaidLastCountsThoughItIsGone) {
  std::promise<void> stopped, go_on;
  loop_.post([&] {
    stopped.set_value();
    go_on.get_future().get();
  });
  stopped.get_future().get();
  remote_->get<sdk::Chat>()->rename("Eve", {});
  std::string nothing;
  sdk::OutTo out(nothing);
  (void)remote_->config("after", out);  // passes the socket behind the call
  node_->close();
  go_on.set_value();
  loop_.call([] {});  // runs behind the call
  std::promise<std::string> name;
  chat_.self([&](const sdk::Status&, const sdk::Id&, sdk::str mine, sdk::str) { name.set_value(std::string(mine)); });
  EXPECT_EQ(name.get_future().get(), "Eve");
}

TEST_F(Conversation, WhoHoardsCallbacksIsEnded) {
  auto* chat = remote_->get<sdk::Chat>();
  ASSERT_NE(chat, nullptr);
  std::promise<void> stopped, go_on;
  loop_.post([&] {  // nothing is answered meanwhile
    stopped.set_value();
    go_on.get_future().get();
  });
  stopped.get_future().get();
  for (int n = 0; n < 40'000; ++n) remote_->subscribe("x", [](sdk::str, const sdk::Id&, sdk::bytes) {});
  go_on.set_value();
  node_closed_.get_future().get();
  EXPECT_EQ(node_->outlet().reason(), "sent what is malformed");
}

}  // namespace
}  // namespace p2pchat::isolation
