// SPDX-License-Identifier: MIT
#include "wire/invite.hpp"

#include "support/sha256.hpp"

#include <gtest/gtest.h>
#include <wire/hex.hpp>

#include <numeric>

namespace wire {
namespace {

namespace sdk = p2pchat::sdk;

class Invite : public ::testing::Test {
 protected:
  Invite() { std::iota(std::begin(mine_.b), std::end(mine_.b), 0x5a); }
  sdk::Errc read(const std::string& text) { return read_invite(digest_, text, read_).code; }

  const Digest digest_ = [](sdk::bytes octets, sdk::Id& digest) {
    digest = p2pchat::test::sha256({octets});
    return true;
  };
  sdk::Id mine_, read_;
};

TEST_F(Invite, IsReadBackAsTheIdItNames) {
  EXPECT_EQ(read(invite_text(digest_, mine_)), sdk::Errc::ok);
  EXPECT_EQ(read_, mine_);
}

TEST_F(Invite, HasItsOneWrittenForm) {
  const auto text = invite_text(digest_, mine_);
  EXPECT_EQ(text.substr(0, 72), "p2pchat:" + wire::to_hex(mine_));
  EXPECT_EQ(text[72], '-');
  EXPECT_EQ(text.size(), 77U);
}

TEST_F(Invite, MayBeABareIdOrAnIdWithItsCheckAndHaveSpacesAround) {
  const auto text = invite_text(digest_, mine_);
  EXPECT_EQ(read(wire::to_hex(mine_)), sdk::Errc::ok);
  EXPECT_EQ(read(text.substr(8)), sdk::Errc::ok);
  EXPECT_EQ(read("  " + text + " \r\n"), sdk::Errc::ok);
}

TEST_F(Invite, WithOneDigitChangedIsRefused) {
  const auto text = invite_text(digest_, mine_);
  for (std::size_t at = 8; at < text.size(); ++at) {
    if (at == 72) continue;
    auto wrong = text;
    wrong[at] = wrong[at] == '7' ? '8' : '7';
    EXPECT_EQ(read(wrong), sdk::Errc::malformed) << at;
  }
}

TEST_F(Invite, WithTwoNeighboursSwappedIsRefused) {
  const auto text = invite_text(digest_, mine_);
  for (std::size_t at = 8; at + 1 < 72; ++at) {
    auto wrong = text;
    std::swap(wrong[at], wrong[at + 1]);
    if (wrong == text) continue;
    EXPECT_EQ(read(wrong), sdk::Errc::malformed) << at;
  }
}

TEST_F(Invite, CutOffAnywhereIsRefusedWithASentence) {
  const auto text = invite_text(digest_, mine_);
  for (std::size_t length = 0; length < text.size(); ++length) {
    const auto status = read_invite(digest_, text.substr(0, length), read_);
    EXPECT_EQ(status.code, sdk::Errc::malformed) << length;
    EXPECT_GT(std::string_view(status.text).size(), 20U);
  }
}

TEST_F(Invite, OfAnotherKindIsRefused) {
  auto upper = invite_text(digest_, mine_);
  upper[20] = 'F';
  for (const auto& text :
       {upper, invite_text(digest_, mine_) + "0", std::string("http://example.org"), std::string(64, 'g')})
    EXPECT_EQ(read(text), sdk::Errc::malformed) << text;
}

}  // namespace
}  // namespace wire
