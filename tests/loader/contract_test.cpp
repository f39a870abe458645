// SPDX-License-Identifier: MIT
// Plugins that load, and then break what they promised: the host sees to it that nobody else notices.
#include "plugins/catalog.hpp"
#include "support/loop_world.hpp"

#include <p2pchat/routing.hpp>

#include <gtest/gtest.h>

#include <thread>

namespace p2pchat::test {
namespace {

using sdk::Errc;
using sdk::Status;

std::vector<host::Candidate> only(const std::string& id) {
  auto candidates = host::find_plugins({P2PCHAT_BROKEN_PLUGINS});
  host::judge_files(candidates, {id}, "test", host::Speech::own());
  return candidates;
}

class Rogue : public testing::Test {
 protected:
  // Runs `f` with the rogue's Routing on the loop until `world.finish`.
  void with_routing(const std::function<void(sdk::Routing&)>& f) {
    world.run([&] {
      world.plugins.load(world.services);
      world.plugins.start();
      auto* routing = asker.get<sdk::Routing>();
      ASSERT_NE(routing, nullptr);
      f(*routing);
    });
    world.plugins.stop();
  }

  LoopWorld world{only("rogue"), {"rogue"}};
  host::Facade asker{world.services, "asker", {}};
};

TEST_F(Rogue, that_answers_twice_is_heard_once_and_named) {
  std::vector<std::string> answers;
  with_routing([&](sdk::Routing& routing) {
    routing.join({}, [&](const Status& status) { answers.emplace_back(status.text); });
    world.loop.post([&] { world.finish_later(); });
  });
  EXPECT_EQ(answers, std::vector<std::string>{"first"});
  EXPECT_EQ(world.log.count("error rogue: called the done of Routing::join twice"), 1U);
}

TEST_F(Rogue, that_never_answers_is_answered_for) {
  std::vector<Status> answers;
  with_routing([&](sdk::Routing& routing) {
    routing.locate({}, [&](const Status& status, const sdk::NodeEntry&) {
      answers.push_back(status);
      world.finish();
    });
    EXPECT_TRUE(answers.empty()) << "not from inside the call";
  });
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].code, Errc::cancelled);
  EXPECT_STREQ(answers[0].text, "rogue gave up Routing::locate without an answer");
}

TEST_F(Rogue, that_answers_on_a_thread_of_its_own_is_heard_on_the_loop) {
  std::vector<sdk::NodeEntry> heard;
  with_routing([&](sdk::Routing& routing) {
    routing.closest({}, 3, [&](const Status&, const sdk::NodeEntry* nodes, std::uint32_t count) {
      EXPECT_TRUE(world.loop.is_current());
      heard.assign(nodes, nodes + count);
      world.finish();
    });
    EXPECT_TRUE(heard.empty());
  });
  ASSERT_EQ(heard.size(), 3U);
  EXPECT_STREQ(heard[2].endpoint, "192.0.2.1:1");
}

TEST_F(Rogue, that_answers_from_inside_the_call_is_heard_after_it) {
  std::vector<std::uint8_t> record;
  with_routing([&](sdk::Routing& routing) {
    routing.get({}, [&](const Status&, sdk::bytes found) {
      record.assign(found.ptr, found.ptr + found.len);
      world.finish();
    });
    EXPECT_TRUE(record.empty());
  });
  EXPECT_EQ(record, (std::vector<std::uint8_t>{1, 2, 3}));
}

TEST_F(Rogue, that_throws_is_an_error_that_names_plugin_and_call) {
  std::vector<Status> answers;
  with_routing([&](sdk::Routing& routing) {
    routing.put({}, {}, 1, [&](const Status& status) {
      answers.push_back(status);
      world.finish_later();
    });
  });
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].code, Errc::internal);
  EXPECT_STREQ(answers[0].text, "rogue: Routing::put: the record is too beautiful");
}

TEST_F(Rogue, that_throws_three_times_is_not_called_any_more) {
  std::vector<std::string> notices;
  Status last;
  asker.subscribe("notice", [&](sdk::str, const sdk::Id&, sdk::bytes detail) { notices.emplace_back(detail.text()); });
  with_routing([&](sdk::Routing& routing) {
    for (int i = 0; i < 5; ++i) routing.known({}, 1, {});
    routing.join({}, [&](const Status& status) {
      last = status;
      world.finish_later();
    });
  });
  EXPECT_EQ(world.log.count("Routing::known let an exception escape"), 3U);
  EXPECT_EQ(last.code, Errc::internal);
  ASSERT_EQ(notices.size(), 1U);
  EXPECT_NE(notices[0].find("rogue failed three times"), std::string::npos);
}

TEST_F(Rogue, is_not_reached_from_a_wrong_thread) {
  Status answer;
  with_routing([&](sdk::Routing& routing) {
    std::thread([&] {
      routing.get({}, [&](const Status& status, sdk::bytes) {
        answer = status;
        world.finish();
      });
    }).join();
  });
  EXPECT_EQ(answer.code, Errc::internal);
  EXPECT_STREQ(answer.text, "Routing::get of rogue was called off its thread, [loop]: post it there");
}

TEST_F(Rogue, cannot_answer_one_that_has_stopped) {
  int answers = 0;
  with_routing([&](sdk::Routing& routing) {
    routing.join({}, [&](const Status&) { ++answers; });
    asker.close();
    world.loop.post([&] { world.finish_later(); });
  });
  EXPECT_EQ(answers, 0);
}

TEST(Stopped, a_plugin_is_never_called_whatever_it_left_behind) {
  LoopWorld world(only("lingerer"), {"lingerer"});
  host::Facade hearer(world.services, "hearer", {});
  int alive = 0;
  hearer.subscribe("lingerer.alive", [&](sdk::str, const sdk::Id&, sdk::bytes) { ++alive; });
  world.run([&] {
    world.plugins.load(world.services);
    world.plugins.start();
    world.plugins.stop();
    hearer.publish("poke", {}, {});
    hearer.after(20, [&] { world.finish(); });
  });
  EXPECT_EQ(alive, 0);
}

// As when `name/2` inherits `name/1`: one object, one address, two interfaces.
TEST(PluginSet, tells_interfaces_at_one_address_apart) {
  LoopWorld world;
  host::Facade asker(world.services, "asker", {});
  int object = 0;
  world.plugins.set_host([&](std::string_view, std::string_view) { return &object; }, &asker.guard());
  void* const known = asker.query(sdk::Routing::iid, 0);
  EXPECT_NE(known, &object) << "behind its proxy";
  EXPECT_EQ(asker.query("test.agreed/1", 0), &object) << "handed through";
  EXPECT_EQ(asker.query(sdk::Routing::iid, 0), known);
}

}  // namespace
}  // namespace p2pchat::test
