// SPDX-License-Identifier: MIT
#include "mail/cargo.hpp"

#include "signer.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

namespace p2pchat::messaging {
namespace {

class CargoTest : public ::testing::Test {
 protected:
  std::vector<std::string> bodies(const std::string& lines) {
    std::vector<std::string> found;
    for (const auto& letter : unload(alice_, lines)) found.push_back(letter.envelope.body);
    return found;
  }
  std::vector<Letter> unload(test::Signer& key, const std::string& lines) {
    return unload_cargo(crypto_, alice_.id(), sdk::bytes(key.proven.public_key).text(), bob_.id(), lines);
  }
  std::string line(const std::string& body, std::uint64_t seq = 1, sdk::Id* id = nullptr) {
    return alice_.line(bob_.id(), "text", body, seq, id) + "\n";
  }
  Cargo cargo_of(const std::vector<std::size_t>& sizes) {
    Cargo cargo;
    cargo.to = bob_.id();
    cargo.key = sdk::bytes(bob_.proven.public_key).text();
    wire::JsonParser parser;
    for (const auto size : sizes) {
      const auto text = alice_.line(bob_.id(), "text", std::string(size, 'x'), cargo.letters.size() + 1);
      EXPECT_TRUE(decode_envelope(parser, text, cargo.letters.emplace_back().envelope).ok());
    }
    return cargo;
  }

  test::VirtualClock clock_;
  test::VirtualHost host_{clock_};
  test::PlainCrypto crypto_{host_};
  test::Signer alice_{crypto_}, bob_{crypto_}, eve_{crypto_};
};

using Bodies = std::vector<std::string>;

TEST_F(CargoTest, HoldsTheVeryLinesOfASessionUnderTheirOwnIds) {
  sdk::Id id;
  const auto lines = line("one", 1, &id) + line("two", 2);
  EXPECT_EQ(bodies(lines), (Bodies{"one", "two"}));
  EXPECT_EQ(unload(alice_, lines).front().id, id);
}

TEST_F(CargoTest, IsOpenedByItsReceiverAlone) {
  auto cargo = cargo_of({3, 5});
  ASSERT_TRUE(seal_cargo(crypto_, alice_.id(), cargo).ok());
  std::string lines;
  sdk::OutTo out(lines);
  const auto binding = cargo_binding(alice_.id(), bob_.id());
  EXPECT_FALSE(eve_.open(binding, cargo.sealed, out).ok());
  EXPECT_FALSE(bob_.open(cargo_binding(eve_.id(), bob_.id()), cargo.sealed, out).ok()) << "bound to its sender";
  EXPECT_TRUE(bob_.open(binding, cargo.sealed, out).ok());
  EXPECT_EQ(bodies(lines), (Bodies{"xxx", "xxxxx"}));
}

TEST_F(CargoTest, TakesWhatFindsRoomAndLeavesTheRest) {
  auto cargo = cargo_of({4'000, 4'000, 4'000, 10});
  ASSERT_TRUE(seal_cargo(crypto_, alice_.id(), cargo).ok());
  EXPECT_EQ(cargo.letters.size(), 2U) << "in order: nothing overtakes";
  EXPECT_LE(cargo.sealed.size(), 16U * 1024);
}

TEST_F(CargoTest, SaysThatItsFirstMessageIsTooLong) {
  auto cargo = cargo_of({12'000, 10});
  EXPECT_EQ(seal_cargo(crypto_, alice_.id(), cargo).code, sdk::Errc::too_large);
  EXPECT_EQ(cargo.letters.size(), 1U);
}

TEST_F(CargoTest, LeavesOutWhatASessionWouldRefuse) {
  EXPECT_EQ(bodies(alice_.line(eve_.id(), "text", "for another", 1) + "\n" + line("mine")), Bodies{"mine"});
  EXPECT_EQ(bodies(eve_.line(bob_.id(), "text", "by another", 1) + "\n" + line("mine")), Bodies{"mine"});
  EXPECT_EQ(bodies("bm90IGFuIGVudmVsb3Bl\n\n" + line("mine")), Bodies{"mine"});
  EXPECT_TRUE(unload(eve_, line("signed by another")).empty());
}

TEST_F(CargoTest, HoldsNothingThatItsSenderSignedInTheNameOfAnother) {
  const auto alice = std::exchange(alice_.proven.id, eve_.id());
  const auto forged = line("eve says");
  alice_.proven.id = alice;
  EXPECT_TRUE(bodies(forged).empty());
}

TEST_F(CargoTest, CarriesTextsAndAcceptsAlone) {
  EXPECT_EQ(bodies(alice_.line(bob_.id(), "bottle", "{}", 1) + "\n"), Bodies{});
  EXPECT_EQ(bodies(alice_.line(bob_.id(), "request", "{}", 1) + "\n"), Bodies{});
  EXPECT_EQ(bodies(alice_.line(bob_.id(), "accept", "{}", 1) + "\n"), Bodies{"{}"});
}

TEST_F(CargoTest, LeavesOutALineThatIsCutShort) {
  const auto whole = line("mine");
  for (std::size_t length = 0; length < whole.size(); ++length)
    ASSERT_TRUE(bodies(whole.substr(0, length)).empty()) << length;
}

}  // namespace
}  // namespace p2pchat::messaging
