// SPDX-License-Identifier: MIT
// A plugin that gives what must not be looked at: who asked hears an error that names it, and nobody looks.
#include "plugins/catalog.hpp"
#include "support/loop_world.hpp"

#include <p2pchat/routing.hpp>

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

std::vector<host::Candidate> babbler() {
  auto candidates = host::find_plugins({P2PCHAT_BROKEN_PLUGINS});
  host::judge_files(candidates, {"babbler"}, "test", host::Speech::own());
  return candidates;
}

class Babbler : public testing::Test {
 protected:
  void with_routing(const std::function<void(sdk::Routing&)>& f) {
    world.run([&] {
      world.plugins.load(world.services);
      world.plugins.start();
      auto* routing = asker.get<sdk::Routing>();
      ASSERT_NE(routing, nullptr);
      f(*routing);
      world.loop.post([this] { world.finish_later(); });
    });
    world.plugins.stop();
  }
  auto hear() {
    return [this](const sdk::Status& status, auto&&...) {
      EXPECT_EQ(status.code, sdk::Errc::internal);
      heard.emplace_back(status.text);
    };
  }

  std::vector<std::string> heard;
  LoopWorld world{babbler(), {"babbler"}};
  host::Facade asker{world.services, "asker", {}};
};

TEST_F(Babbler, answers_with_errors_that_name_it) {
  with_routing([&](sdk::Routing& routing) {
    routing.join({}, hear());
    routing.locate({}, hear());
    routing.closest({}, 1, hear());
    routing.closest({}, 2, hear());
    routing.put({}, {}, 1, hear());
    routing.get({}, hear());
  });
  EXPECT_EQ(heard, (std::vector<std::string>{"babbler: Routing::join gave an error whose text has no end",
                                             "babbler: Routing::locate gave an endpoint that has no end",
                                             "babbler: Routing::closest gave nodes that are nowhere",
                                             "babbler: Routing::closest gave nodes over 16 MiB",
                                             "babbler: Routing::put gave an error of no known number",
                                             "babbler: Routing::get gave octets over 16 MiB"}));
  EXPECT_EQ(world.log.count("error babbler: Routing::get gave octets over 16 MiB"), 1U);
}

TEST_F(Babbler, shows_only_what_can_be_looked_at) {
  std::vector<std::string> shown;
  with_routing([&](sdk::Routing& routing) {
    routing.known({}, 9, [&](const sdk::NodeEntry& node) { shown.emplace_back(node.endpoint); });
  });
  EXPECT_EQ(shown, std::vector<std::string>{"192.0.2.1:1"});
  EXPECT_EQ(world.log.count("error babbler: Routing::known gave an endpoint that has no end"), 1U);
}

TEST_F(Babbler, is_not_listened_to_when_it_tells_the_host_nonsense) {
  world.run([&] {
    world.plugins.load(world.services);
    world.plugins.start();
    asker.after(2, [this] { world.finish(); });
  });
  EXPECT_EQ(world.log.count("error babbler: Host::publish gave octets over 16 MiB"), 1U);
  EXPECT_EQ(world.log.count("error babbler: Host::log gave a text that is nowhere"), 1U);
  world.plugins.stop();
}

}  // namespace
}  // namespace p2pchat::test
