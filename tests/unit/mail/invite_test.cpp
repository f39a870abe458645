// SPDX-License-Identifier: MIT
#include "mail/invite.hpp"

#include "support/plain_crypto.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>
#include <wire/hex.hpp>

namespace p2pchat::messaging {
namespace {

class Invite : public ::testing::Test {
 protected:
  Invite() { host_.random(mine_.b, sizeof mine_.b); }
  sdk::Errc read(const std::string& text) { return read_invite(crypto_, text, read_).code; }

  test::VirtualClock clock_;
  test::VirtualHost host_{clock_};
  test::PlainCrypto crypto_{host_};
  sdk::Id mine_, read_;
};

TEST_F(Invite, IsReadBackAsTheIdItNames) {
  EXPECT_EQ(read(invite_text(crypto_, mine_)), sdk::Errc::ok);
  EXPECT_EQ(read_, mine_);
}

TEST_F(Invite, HasItsOneWrittenForm) {
  const auto text = invite_text(crypto_, mine_);
  EXPECT_EQ(text.substr(0, 72), "p2pchat:" + wire::to_hex(mine_));
  EXPECT_EQ(text[72], '-');
  EXPECT_EQ(text.size(), 77U);
}

TEST_F(Invite, MayBeABareIdOrAnIdWithItsCheckAndHaveSpacesAround) {
  const auto text = invite_text(crypto_, mine_);
  EXPECT_EQ(read(wire::to_hex(mine_)), sdk::Errc::ok);
  EXPECT_EQ(read(text.substr(8)), sdk::Errc::ok);
  EXPECT_EQ(read("  " + text + " \r\n"), sdk::Errc::ok);
}

TEST_F(Invite, WithOneDigitChangedIsRefused) {
  const auto text = invite_text(crypto_, mine_);
  for (std::size_t at = 8; at < text.size(); ++at) {
    if (at == 72) continue;
    auto wrong = text;
    wrong[at] = wrong[at] == '7' ? '8' : '7';
    EXPECT_EQ(read(wrong), sdk::Errc::malformed) << at;
  }
}

TEST_F(Invite, WithTwoNeighboursSwappedIsRefused) {
  const auto text = invite_text(crypto_, mine_);
  for (std::size_t at = 8; at + 1 < 72; ++at) {
    auto wrong = text;
    std::swap(wrong[at], wrong[at + 1]);
    if (wrong == text) continue;
    EXPECT_EQ(read(wrong), sdk::Errc::malformed) << at;
  }
}

TEST_F(Invite, CutOffAnywhereIsRefusedWithASentence) {
  const auto text = invite_text(crypto_, mine_);
  for (std::size_t length = 0; length < text.size(); ++length) {
    const auto status = read_invite(crypto_, text.substr(0, length), read_);
    EXPECT_EQ(status.code, sdk::Errc::malformed) << length;
    EXPECT_GT(std::string_view(status.text).size(), 20U);
  }
}

TEST_F(Invite, OfAnotherKindIsRefused) {
  auto upper = invite_text(crypto_, mine_);
  upper[20] = 'F';
  for (const auto& text :
       {upper, invite_text(crypto_, mine_) + "0", std::string("http://example.org"), std::string(64, 'g')})
    EXPECT_EQ(read(text), sdk::Errc::malformed) << text;
}

}  // namespace
}  // namespace p2pchat::messaging
