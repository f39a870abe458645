// SPDX-License-Identifier: MIT
#include "plugins/facade.hpp"

#include "support/loop_world.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>

namespace p2pchat::test {
namespace {

using Strings = std::vector<std::string>;

class FacadeTest : public testing::Test {
 protected:
  LoopWorld world;
  host::Facade facade{world.services, "mine", {{"k", "8"}, {"list", "a\nb"}}};
};

TEST_F(FacadeTest, shows_a_plugin_its_own_settings_only) {
  std::string value;
  sdk::OutTo out(value);
  EXPECT_TRUE(facade.config("list", out));
  EXPECT_EQ(value, "a\nb");
  EXPECT_FALSE(facade.config("absent", out));
}

TEST_F(FacadeTest, logs_with_the_plugins_name) {
  facade.log(sdk::Level::warn, "low tide");
  EXPECT_EQ(world.log.count("warn mine: low tide"), 1U);
}

TEST_F(FacadeTest, fills_all_of_a_large_request_with_randomness) {
  std::vector<std::uint8_t> octets(100'000);
  facade.random(octets.data(), octets.size());
  std::array<int, 256> counts{};
  for (const auto octet : octets) ++counts[octet];
  for (const auto count : counts) EXPECT_GT(count, 200) << "390 each are to be expected";
}

TEST_F(FacadeTest, runs_posts_in_order_and_timers_by_time) {
  Strings said;
  world.run([&] {
    facade.after(30, [&] { said.emplace_back("30"), world.finish(); });
    facade.after(10, [&] { said.emplace_back("10"); });
    facade.after(0, [&] { said.emplace_back("0"); });
    facade.post([&] { said.emplace_back("a"); });
    facade.post([&] { said.emplace_back("b"); });
  });
  EXPECT_EQ(said, (Strings{"a", "b", "0", "10", "30"}));
}

TEST_F(FacadeTest, cancels_timers_also_from_a_timer_that_is_due_at_the_same_time) {
  int ran = 0;
  std::uint64_t second = 0;
  world.run([&] {
    facade.after(5, [&] { ++ran, facade.cancel(second); });
    second = facade.after(5, [&] { ++ran; });
    facade.cancel(facade.after(1, [&] { ++ran; }));
    facade.cancel(123'456);
    facade.after(30, [&] { world.finish(); });
  });
  EXPECT_EQ(ran, 1);
}

TEST_F(FacadeTest, tells_events_in_order_to_those_whose_prefix_fits) {
  Strings heard;
  const auto hear = [&](const char* who) {
    return [&heard, who](sdk::str topic, const sdk::Id&, sdk::bytes detail) {
      heard.push_back(std::string(who) + " " + std::string(topic) + " " + std::string(detail.text()));
    };
  };
  world.run([&] {
    facade.subscribe("message.", hear("messages"));
    facade.subscribe("", hear("all"));
    const auto gone = facade.subscribe("peer.", hear("gone"));
    facade.publish("message.added", {}, sdk::bytes::of("1"));
    facade.publish("peer.online", {}, sdk::bytes::of("2"));
    facade.cancel(gone);
    EXPECT_TRUE(heard.empty()) << "never from inside the call";
    world.loop.post([&] { world.finish_later(); });
  });
  EXPECT_EQ(heard, (Strings{"messages message.added 1", "all message.added 1", "all peer.online 2"}));
}

TEST_F(FacadeTest, lets_the_program_alone_hear_what_is_secret_and_from_whom) {
  host::Facade program{world.services, std::string(host::program_itself), {}};
  Strings heard;
  const auto hear = [&](const std::string& who) {
    return [&heard, who](sdk::str topic, const sdk::Id&, sdk::bytes detail) {
      heard.push_back(who + " " + std::string(topic) + " " + std::string(detail.text()));
    };
  };
  world.run([&] {
    facade.subscribe("", hear("plugin"));
    facade.subscribe("secret.", hear("plugin"));
    program.subscribe("secret.", hear("program"));
    facade.publish("secret.x/another", {}, sdk::bytes::of("1"));
    facade.publish("news", {}, sdk::bytes::of("2"));
    world.loop.post([&] { world.finish_later(); });
  });
  EXPECT_EQ(heard, (Strings{"program secret.x/another/mine 1", "plugin news 2"}));
}

TEST_F(FacadeTest, runs_work_on_a_worker_and_its_done_on_the_loop) {
  bool on_loop = true;
  world.run([&] {
    facade.offload([&] { on_loop = world.loop.is_current(); },
                   [&] {
                     EXPECT_TRUE(world.loop.is_current());
                     world.finish();
                   });
  });
  EXPECT_FALSE(on_loop);
}

TEST_F(FacadeTest, drops_everything_when_its_plugin_stops) {
  int ran = 0;
  const auto held = std::make_shared<int>(0);
  world.run([&] {
    facade.post([&, held] { ++ran; });
    facade.after(0, [&, held] { ++ran; });
    facade.subscribe("", [&, held](sdk::str, const sdk::Id&, sdk::bytes) { ++ran; });
    facade.publish("x", {}, {});
    facade.close();
    EXPECT_EQ(held.use_count(), 1) << "dropped at once, not when the loop comes to it";
    facade.post([&] { ++ran; });
    EXPECT_EQ(facade.after(0, [&] { ++ran; }), 0U);
    EXPECT_EQ(facade.subscribe("", [&](sdk::str, const sdk::Id&, sdk::bytes) { ++ran; }), 0U);
    world.loop.after(world.loop.next_token(), 20, [&] { world.finish(); });
  });
  EXPECT_EQ(ran, 0);
}

TEST_F(FacadeTest, waits_for_work_that_runs_and_drops_what_has_not_begun) {
  std::promise<void> begun;
  std::atomic<bool> ended = false;
  std::atomic<int> late = 0;
  facade.offload(
      [&] {
        begun.set_value();
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        ended = true;
      },
      [&] { ++late; });
  begun.get_future().wait();
  facade.quiet();
  EXPECT_TRUE(ended);
  world.run([&] { world.finish_later(); });
  EXPECT_EQ(late, 0) << "its done is dropped";
}

TEST_F(FacadeTest, survives_a_callback_that_throws_and_names_its_plugin) {
  world.run([&] {
    facade.post([] { throw std::runtime_error("a wave"); });
    facade.post([&] { world.finish(); });
  });
  EXPECT_EQ(world.log.count("error mine: posted call let an exception escape: a wave"), 1U);
}

TEST_F(FacadeTest, says_who_held_the_loop_and_not_again_at_once) {
  const auto slow = [] { std::this_thread::sleep_for(std::chrono::milliseconds(60)); };
  world.run([&] {
    facade.post(slow);
    facade.post(slow);
    facade.post([&] { world.finish(); });
  });
  EXPECT_EQ(world.log.count("warn mine: posted call held the loop for"), 1U);
}

TEST(SerialThread, runs_jobs_one_at_a_time_in_order_and_finishes_them) {
  host::Threads threads;
  std::vector<int> ran;
  {
    host::SerialThread thread(threads);
    for (int i = 0; i < 100; ++i)
      thread.run([&, i] {
        EXPECT_TRUE(threads.on(host::Tag::serial));
        ran.push_back(i);
      });
  }
  ASSERT_EQ(ran.size(), 100U);
  EXPECT_TRUE(std::is_sorted(ran.begin(), ran.end()));
  EXPECT_FALSE(threads.on(host::Tag::serial));
}

}  // namespace
}  // namespace p2pchat::test
