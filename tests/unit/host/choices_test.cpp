// SPDX-License-Identifier: MIT
#include "config/choices.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace p2pchat::host {
namespace {

using Ids = std::vector<std::string>;

struct Choices : testing::Test {
  std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "p2pchat-choices";
  void SetUp() override { std::filesystem::remove(file); }
  void TearDown() override { std::filesystem::remove(file); }
};

TEST_F(Choices, LeaveTheProfileAsItIsWhereNobodyChose) { EXPECT_EQ(with_choices({"a", "b"}, file), (Ids{"a", "b"})); }

TEST_F(Choices, TakeOutAndAddAndTheLaterCounts) {
  ASSERT_TRUE(choose(file, "a", Use::off).ok());
  ASSERT_TRUE(choose(file, "c", Use::on).ok());
  EXPECT_EQ(with_choices({"a", "b"}, file), (Ids{"b", "c"}));
  ASSERT_TRUE(choose(file, "a", Use::on).ok());
  ASSERT_TRUE(choose(file, "c", Use::off).ok());
  EXPECT_EQ(with_choices({"b"}, file), (Ids{"b", "a"}));
}

TEST_F(Choices, KeepThePlaceOfWhatIsOnAnyway) {
  ASSERT_TRUE(choose(file, "a", Use::on).ok());
  EXPECT_EQ(with_choices({"a", "b"}, file), (Ids{"a", "b"}));
}

TEST_F(Choices, PassOverLinesThatAreNone) {
  std::ofstream(file) << "\n-\n+a\nnonsense\n b\n-b";
  EXPECT_EQ(with_choices({"b"}, file), (Ids{"a"}));
}

TEST_F(Choices, SayWhereNothingIsKeptOrCannotBeWritten) {
  EXPECT_EQ(choose({}, "a", Use::on).code, sdk::Errc::unsupported);
  EXPECT_EQ(choose("/nowhere/at/all", "a", Use::on).code, sdk::Errc::io);
}

}  // namespace
}  // namespace p2pchat::host
