// SPDX-License-Identifier: MIT
#include "isolation/isolated_plugin.hpp"

#include "actors.hpp"
#include "isolation/work.hpp"
#include "support/fake_chat.hpp"
#include "support/real_host.hpp"

#include <p2pchat/ui.hpp>

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <cstdlib>
#include <fstream>

namespace p2pchat::isolation {
namespace {

/// A user interface that does what its file name says.
class Actor final : public sdk::PluginOf<Actor, sdk::Ui> {
 public:
  Actor(sdk::Host& its_host, std::string role) : PluginOf(its_host), role_(std::move(role)) {}

  sdk::Status start() override {
    if (role_ == "stays away") return {sdk::Errc::refused, "not today"};
    return {};
  }
  std::int32_t run(std::int32_t argc, const char* const* argv) override {
    if (role_ == "asks") return ask(argc, argv);
    if (role_ == "babbles") babble();
    if (role_ == "crashes once" && marked()) return 0;
    if (role_ == "crashes once") std::_Exit(3);
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return quitting_ && role_ != "hangs"; });
    return 4;
  }
  void quit() noexcept override {
    const std::lock_guard lock(mutex_);
    quitting_ = true;
    changed_.notify_all();
  }

 private:
  std::int32_t ask(std::int32_t argc, const char* const* argv) {
    std::unique_lock lock(mutex_);
    host.get<sdk::Chat>()->self([this](const sdk::Status&, const sdk::Id&, sdk::str name, sdk::str) {
      host.log(sdk::Level::info, "I am " + std::string(name));
      quit();
    });
    changed_.wait(lock, [this] { return quitting_; });
    return argc == 2 && std::string_view(argv[1]) == "--line" && argv[2] == nullptr ? 7 : 8;
  }
  static void babble() {
    const std::string noise(64, '\x7f');
    if (::send(worker_descriptor, noise.data(), noise.size(), MSG_NOSIGNAL) < 0) std::abort();
  }
  bool marked() {
    std::string file;
    sdk::OutTo out(file);
    (void)host.config("marker", out);
    const bool was = std::ifstream(file).good();
    std::ofstream(file) << "was here";
    return was;
  }

  const std::string role_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool quitting_ = false;
};

class Isolated : public testing::Test {
 protected:
  ~Isolated() override {
    if (!plugin_) return;
    loop_.call([this] {
      host_.drop_callbacks();
      plugin_->stop();
      host_.drop_callbacks();  // what its worker said meanwhile
    });
    plugin_->destroy();
  }
  sdk::Status start(const char* role) {
    host_.provide<sdk::Chat>(chat_);
    loop_.call([&] { plugin_ = isolate(host_, {"/proc/self/exe", role, {sdk::Ui::iid}}); });
    sdk::Status status;
    loop_.call([&] { status = plugin_->start(); });
    return status;
  }
  sdk::Ui& ui() { return *static_cast<sdk::Ui*>(plugin_->query(sdk::Ui::iid)); }
  std::int32_t run() {
    const char* const argv[] = {"p2pchat", "--line", nullptr};
    return ui().run(2, argv);
  }
  bool logged(std::string_view words) {
    const auto lines = host_.log_lines();
    return std::ranges::any_of(lines, [&](const std::string& line) { return line.find(words) != std::string::npos; });
  }

  test::RealLoop loop_;
  test::RealHost host_{loop_};
  test::FakeChat chat_{host_, "Ada"};
  sdk::Plugin* plugin_ = nullptr;
};

TEST_F(Isolated, RunsInAWorkerWithChatAndItsArguments) {
  ASSERT_TRUE(start("asks").ok());
  EXPECT_EQ(run(), 7);
  EXPECT_TRUE(logged("I am Ada"));
}

TEST_F(Isolated, AnswersForUiAlone) {
  ASSERT_TRUE(start("waits").ok());
  EXPECT_EQ(plugin_->query("p2pchat.chat/1"), nullptr);
  EXPECT_NE(plugin_->query("p2pchat.ui/1"), nullptr);
}

TEST_F(Isolated, ItsRefusalToStartIsTheNodes) {
  const auto status = start("stays away");
  EXPECT_EQ(status.code, sdk::Errc::refused);
  EXPECT_STREQ(status.text, "not today");
}

TEST_F(Isolated, APluginThatCannotBeMadeSaysWhy) {
  EXPECT_STREQ(start("is nobody").text, "cannot be loaded: is nobody");
}

TEST_F(Isolated, EndsWhenAskedTo) {
  ASSERT_TRUE(start("waits").ok());
  host_.after(50, [this] { ui().quit(); });
  EXPECT_EQ(run(), 4);
}

TEST_F(Isolated, OneThatHangsIsEndedAllTheSame) {
  ASSERT_TRUE(start("hangs").ok());
  host_.after(50, [this] { ui().quit(); });
  EXPECT_EQ(run(), 0);
}

TEST_F(Isolated, OneThatCrashesIsBegunAnew) {
  const auto marker = testing::TempDir() + "crashed-" + std::to_string(::getpid());
  host_.set("marker", marker);
  ASSERT_TRUE(start("crashes once").ok());
  EXPECT_EQ(run(), 0);
  EXPECT_TRUE(logged("ended by itself, exit code 3"));
  ::unlink(marker.c_str());
}

TEST_F(Isolated, OneThatBabblesIsEndedAndNothingElse) {
  ASSERT_TRUE(start("babbles").ok());
  host_.after(400, [this] { ui().quit(); });
  EXPECT_EQ(run(), 0);
  EXPECT_TRUE(logged("its process sent a frame over the limit"));
}

}  // namespace
}  // namespace p2pchat::isolation

int main(int argc, char** argv) {
  using namespace p2pchat;
  if (argc == 3 && std::string_view(argv[1]) == "worker")
    return isolation::work(isolation::worker_descriptor, [&](sdk::Host& host, sdk::Status& why) -> sdk::Plugin* {
      if (std::string_view(argv[2]) == "router") return new isolation::Router(host);
      if (std::string_view(argv[2]) == "burglar") return new isolation::Burglar(host);
      if (std::string_view(argv[2]) != "is nobody") return new isolation::Actor(host, argv[2]);
      why = {sdk::Errc::not_found, "cannot be loaded: is nobody"};
      return nullptr;
    });
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
