// SPDX-License-Identifier: MIT
#include "trust/probation.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <clocale>

namespace p2pchat::test {
namespace {

TEST(Surroundings, that_nobody_changed_stay) {
  const trust::Surroundings before;
  EXPECT_EQ(before.put_back(), "");
}

TEST(Surroundings, are_put_back_and_named) {
  const trust::Surroundings before;
  const int input = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
  std::signal(SIGSEGV, SIG_IGN);
  std::signal(SIGTERM, SIG_IGN);
  std::setlocale(LC_NUMERIC, "C.UTF-8");
  ::close(STDIN_FILENO);
  EXPECT_EQ(before.put_back(), "the handler of SIGSEGV, the handler of SIGTERM, the locale, descriptor 0");
  struct sigaction now = {};
  ::sigaction(SIGTERM, nullptr, &now);
  EXPECT_EQ(now.sa_handler, SIG_DFL);
  EXPECT_STREQ(std::setlocale(LC_ALL, nullptr), "C");
  EXPECT_EQ(::fcntl(STDIN_FILENO, F_GETFL), ::fcntl(input, F_GETFL)) << "it is open, and for the same";
  ::close(input);
  EXPECT_EQ(before.put_back(), "");
}

TEST(Surroundings, of_a_plugin_on_probation_are_put_back_at_its_end) {
  std::string told;
  {
    const trust::Probation probation("rot13", "loading", [&](const std::string& sentence) { told = sentence; });
    std::signal(SIGHUP, SIG_IGN);
  }
  EXPECT_NE(told.find("the handler of SIGHUP"), std::string::npos) << told;
}

}  // namespace
}  // namespace p2pchat::test
