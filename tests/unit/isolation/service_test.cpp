// SPDX-License-Identifier: MIT
#include "actors.hpp"
#include "isolation/isolated_plugin.hpp"
#include "isolation/routing.hpp"
#include "isolation/store.hpp"
#include "place.hpp"
#include "sanitized.hpp"
#include "support/real_host.hpp"

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <future>

namespace p2pchat::isolation {
namespace {

/// A network with one peer.
class OnePeer final : public sdk::Network {
 public:
  void send(const sdk::Id&, sdk::str, sdk::str, sdk::StatusFn&&) noexcept override {}
  sdk::Status on_message(sdk::str, sdk::Fn<void(const sdk::Id&, std::uint64_t, sdk::str)>&&) noexcept override {
    return {};
  }
  void peers(const sdk::Fn<void(const sdk::Peer&)>& each) noexcept override { each({{}, "192.0.2.7:1", 0}); }
};

/// Calls a plugin that runs in a worker.
class Served : public testing::Test {
 protected:
  ~Served() override {
    if (!plugin_) return;
    loop_.call([this] {
      host_.drop_callbacks();
      plugin_->stop();
      host_.drop_callbacks();  // what its worker said meanwhile
    });
    loop_.call([this] { plugin_->destroy(); });
  }
  sdk::Status start(const char* role, std::vector<std::string> provides) {
    host_.provide<sdk::Network>(network_);
    sdk::Status status;
    loop_.call([&] {
      plugin_ = isolate(host_, {.program = "/proc/self/exe",
                                .plugin = role,
                                .provides = std::move(provides),
                                .patience = std::chrono::seconds(2)});
      status = plugin_->start();
    });
    return status;
  }
  sdk::Routing& routing() { return *static_cast<sdk::Routing*>(plugin_->query(sdk::Routing::iid)); }
  std::future<sdk::Status> locate(Wish wish) {
    const auto answer = std::make_shared<std::promise<sdk::Status>>();
    loop_.call([&] {
      sdk::Id node;
      node.b[0] = static_cast<std::uint8_t>(wish);
      // As a proxy of the host: a `done` that is dropped answers `cancelled`.
      struct Reply {
        std::shared_ptr<std::promise<sdk::Status>> answer;
        bool answered = false;
        ~Reply() {
          if (!answered) answer->set_value({sdk::Errc::cancelled, "dropped"});
        }
      };
      routing().locate(node, [reply = std::make_shared<Reply>(answer)](const sdk::Status& s, const sdk::NodeEntry&) {
        reply->answered = true;
        reply->answer->set_value(s);
      });
    });
    return answer->get_future();
  }
  sdk::Errc located(Wish wish) { return locate(wish).get().code; }
  bool logged(std::string_view words) {
    const auto lines = host_.log_lines();
    return std::ranges::any_of(lines, [&](const std::string& line) { return line.find(words) != std::string::npos; });
  }

  OnePeer network_;
  test::RealLoop loop_;
  test::RealHost host_{loop_};
  sdk::Plugin* plugin_ = nullptr;
};

TEST_F(Served, AnswersFromItsWorkerOnTheLoop) {
  ASSERT_TRUE(start("router", {sdk::Routing::iid}).ok());
  EXPECT_EQ(plugin_->query("p2pchat.ui/1"), nullptr);
  EXPECT_EQ(located(Wish::answer), sdk::Errc::ok);
  std::promise<std::uint32_t> count;
  loop_.call([&] {
    routing().closest({}, 5, [&](const sdk::Status&, const sdk::NodeEntry*, std::uint32_t n) { count.set_value(n); });
  });
  EXPECT_EQ(count.get_future().get(), 5U);
}

TEST_F(Served, TheLoopThatWaitsForAWorkerServesIt) {
  ASSERT_TRUE(start("router", {sdk::Routing::iid}).ok());
  std::vector<std::uint32_t> seen;
  loop_.call([&] { routing().known({}, 3, [&](const sdk::NodeEntry& entry) { seen.push_back(entry.rtt_ms); }); });
  EXPECT_EQ(seen, (std::vector<std::uint32_t>{0, 1, 2}));
  EXPECT_TRUE(loop_.wait_until([this] { return logged("a peer at 192.0.2.7:1"); }));
}

TEST_F(Served, ACrashAnswersWhatWaitsAndTheNextWorkerJoinsAsThisOneDid) {
  ASSERT_TRUE(start("router", {sdk::Routing::iid}).ok());
  loop_.call([&] { routing().join("192.0.2.1:1", {}); });
  auto waiting = locate(Wish::silence);
  EXPECT_EQ(located(Wish::crash), sdk::Errc::cancelled);
  EXPECT_EQ(waiting.get().code, sdk::Errc::cancelled);
  EXPECT_TRUE(loop_.wait_until([this] { return logged("exit code 3"); }));
  EXPECT_TRUE(loop_.wait_until([this] { return logged("has started the plugin"); }));
  EXPECT_EQ(located(Wish::answer), sdk::Errc::ok);
  const auto lines = host_.log_lines();
  EXPECT_EQ(std::ranges::count(lines, "joins through 192.0.2.1:1"), 2);
}

TEST_F(Served, WhileThereIsNoWorkerEveryAnswerIsCancelled) {
  Place nobody(host_, [] {});
  Forwarder<sdk::Routing, Standing<sdk::Routing>> absent(nobody);
  std::promise<sdk::Errc> answer;
  absent.locate({}, [&](const sdk::Status& s, const sdk::NodeEntry&) { answer.set_value(s.code); });
  EXPECT_EQ(answer.get_future().get(), sdk::Errc::cancelled);
  absent.known({}, 3, [](const sdk::NodeEntry&) { FAIL(); });
  Forwarder<sdk::Store, Standing<sdk::Store>> store(nobody);
  EXPECT_EQ(store.begin().code, sdk::Errc::cancelled);
}

TEST_F(Served, OneThatGivesNoSignIsKilledAndBegunAnew) {
  ASSERT_TRUE(start("router", {sdk::Routing::iid}).ok());
  EXPECT_EQ(located(Wish::hang), sdk::Errc::cancelled);
  EXPECT_TRUE(loop_.wait_until([this] { return logged("its process gave no sign of life"); }));
  while (located(Wish::answer) != sdk::Errc::ok) std::this_thread::yield();
}

TEST_F(Served, OneThatAnswersNonsenseIsEndedAndBegunAnew) {
  ASSERT_TRUE(start("router", {sdk::Routing::iid}).ok());
  EXPECT_EQ(located(Wish::nonsense), sdk::Errc::cancelled);
  EXPECT_TRUE(loop_.wait_until([this] { return logged("its process sent malformed arguments of a callback"); }));
  while (located(Wish::answer) != sdk::Errc::ok) std::this_thread::yield();
}

TEST_F(Served, ACallOverTheLimitOfAFrameIsRefused) {
  ASSERT_TRUE(start("router", {sdk::Routing::iid}).ok());
  const std::vector<std::uint8_t> record(17 << 20);
  std::promise<sdk::Errc> answer;
  loop_.call([&] { routing().put({}, record, 1, [&](const sdk::Status& s) { answer.set_value(s.code); }); });
  EXPECT_EQ(answer.get_future().get(), sdk::Errc::too_large);
  EXPECT_EQ(located(Wish::answer), sdk::Errc::ok);
}

TEST_F(Served, APluginThatProvidesNothingMayDoNothing) {
  if (sanitized) GTEST_SKIP() << "under a sanitizer system calls are not limited, and it would do what it tries";
  const auto secret = testing::TempDir() + "secret-" + std::to_string(::getpid());
  std::ofstream(secret) << "the key";
  host_.set("secret", secret);
  const auto status = start("burglar", {});
  const bool remains = std::ifstream(secret).good();
  ::unlink(secret.c_str());
  ::unlink((secret + "-new").c_str());
  if (logged("its system calls are not limited")) GTEST_SKIP() << "no seccomp";
  ASSERT_TRUE(status.ok()) << status.text;
  for (const char* word : {"write", "create", "remove", "socket", "local socket", "ptrace", "kill", "fork", "execute"})
    EXPECT_TRUE(logged(std::string(word) + " refused")) << word;
  EXPECT_TRUE(remains);
  if (logged("Landlock")) GTEST_SKIP() << "this kernel has no Landlock: reading is not refused";
  EXPECT_TRUE(logged("read refused"));
}

}  // namespace
}  // namespace p2pchat::isolation
