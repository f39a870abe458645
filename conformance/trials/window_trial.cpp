// SPDX-License-Identifier: MIT
// A user interface runs on the main thread until somebody asks it to quit.
#include "surroundings.hpp"

#include <p2pchat/ui.hpp>

#include <gtest/gtest.h>

#include <cstdlib>

namespace p2pchat::conformance {
namespace {

class Window : public testing::TestWithParam<const char*> {};
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Window);

TEST_P(Window, Runs_and_returns_when_it_is_asked_to_quit) {
  if (!std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY"))
    GTEST_SKIP() << "there is no display; run the check under xvfb-run";
  const Subject subject;
  test::RealLoop loop;
  Lived it(loop, subject);
  const auto status = it.start();
  ASSERT_TRUE(status.ok()) << status.text;
  auto* ui = static_cast<sdk::Ui*>(it.plugin().query(sdk::Ui::iid));
  ASSERT_NE(ui, nullptr);
  loop.after(2'000, [ui] { ui->quit(); });
  const char* words[] = {"p2pchat"};
  EXPECT_EQ(ui->run(1, words), 0);
  it.stop();
}

INSTANTIATE_TEST_SUITE_P(Plugin, Window, testing::ValuesIn(if_it_provides<sdk::Ui>()),
                         [](const auto& each) { return each.param; });

}  // namespace
}  // namespace p2pchat::conformance
