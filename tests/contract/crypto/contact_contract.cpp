// SPDX-License-Identifier: MIT
#include "crypto_contract.hpp"

namespace p2pchat::test {

ContactContract::Contact ContactContract::ephemeral() {
  Contact made;
  sdk::OutTo secret(made.secret), shown(made.shown);
  made.status = crypto().ephemeral(secret, shown);
  return made;
}

ContactContract::Contact ContactContract::delegate(const Key& key, std::uint64_t expiry_ms) {
  Contact made;
  sdk::OutTo secret(made.secret), shown(made.shown);
  made.status = key->delegate(expiry_ms, secret, shown);
  return made;
}

Result ContactContract::agree(const Contact& mine, const Contact& other, std::string_view context) {
  return into_sink([&](sdk::Out& out) {
    return crypto().agree(bytes::of(mine.secret), bytes::of(other.shown), bytes::of(context), out);
  });
}

Result ContactContract::mac(std::string_view with, std::string_view message) {
  return into_sink([&](sdk::Out& out) { return crypto().mac(bytes::of(with), bytes::of(message), out); });
}

namespace {

TEST_P(ContactContract, ADelegationTellsItsOwnerUntilItExpires) {
  const auto mine = key(0);
  const auto made = delegate(mine, now + day);
  ASSERT_TRUE(made.status.ok()) << made.status.text;
  Id owner;
  EXPECT_TRUE(crypto().check(bytes::of(made.shown), now, owner).ok());
  EXPECT_EQ(owner, id_of(mine));
  EXPECT_TRUE(crypto().check(bytes::of(made.shown), now + day - 1, owner).ok());
  EXPECT_EQ(crypto().check(bytes::of(made.shown), now + day, owner).code, Errc::expired);
}

TEST_P(ContactContract, ADelegationRunsForNoMoreThan14Days) {
  const auto mine = key(0);
  Id owner;
  EXPECT_TRUE(crypto().check(bytes::of(delegate(mine, now + 14 * day).shown), now, owner).ok());
  EXPECT_FALSE(crypto().check(bytes::of(delegate(mine, now + 14 * day + 1).shown), now, owner).ok());
}

TEST_P(ContactContract, AChangedDelegationIsRefused) {
  const auto shown = delegate(key(0), now + day).shown;
  Id owner;
  for (std::size_t bit = 0; bit < 8 * shown.size(); bit += 5)
    ASSERT_FALSE(crypto().check(bytes::of(flipped(shown, bit)), now, owner).ok()) << bit;
  for (std::size_t length = 0; length < shown.size(); ++length)
    ASSERT_EQ(crypto().check(bytes::of(shown.substr(0, length)), now, owner).code, Errc::malformed);
}

TEST_P(ContactContract, TwoReachTheSameKeyAndAThirdDoesNot) {
  const auto mine = key(0);
  const auto delegated = delegate(mine, now + day), other = delegate(key(1), now + day);
  const auto stranger = ephemeral(), third = ephemeral();
  ASSERT_TRUE(stranger.status.ok() && delegated.status.ok());
  const auto shared = agree(stranger, delegated);
  ASSERT_TRUE(shared.ok()) << shared.status.text;
  EXPECT_EQ(shared.out.size(), 32u);
  EXPECT_EQ(agree(delegated, stranger).out, shared.out);
  EXPECT_NE(agree(third, delegated).out, shared.out);
  EXPECT_NE(agree(stranger, other).out, shared.out);
  EXPECT_NE(agree(stranger, delegated, "another context").out, shared.out);
  EXPECT_EQ(agree(delegated, other).out, agree(other, delegated).out);
}

TEST_P(ContactContract, RubbishAgreesWithNobody) {
  auto mine = ephemeral(), rubbish = mine;
  rubbish.shown = "rubbish";
  EXPECT_EQ(agree(mine, rubbish).status.code, Errc::malformed);
  rubbish.shown = mine.shown, rubbish.secret = "rubbish";
  EXPECT_EQ(agree(rubbish, mine).status.code, Errc::malformed);
}

TEST_P(ContactContract, ATagHoldsForItsKeyAndMessageAlone) {
  const auto mine = ephemeral(), other = ephemeral();
  const auto shared = agree(mine, other).out, another = agree(mine, other, "another context").out;
  const auto tag = mac(shared, "message");
  ASSERT_TRUE(tag.ok());
  EXPECT_EQ(tag.out.size(), 16u);
  EXPECT_EQ(mac(shared, "message").out, tag.out);
  EXPECT_NE(mac(shared, "Message").out, tag.out);
  EXPECT_NE(mac(another, "message").out, tag.out);
}

}  // namespace
}  // namespace p2pchat::test
