// SPDX-License-Identifier: MIT
#include "cipher/delegation.hpp"
#include "cipher/sealed_box.hpp"
#include "handshakes.hpp"

namespace p2pchat::test {
namespace {

using namespace cipher;

/// Somebody of one suite.
struct Person {
  SharedScheme scheme;
  SharedPrivateKey key;
  const Id& id() const { return key->public_half().id(); }
};

Person person(const SchemeUnderTest& suite, unsigned index) {
  const KeysOf keys(suite.make());
  return {keys.scheme, keys.read(suite.key_file(index))};
}

class TwoSuites : public testing::TestWithParam<std::pair<SchemeUnderTest, SchemeUnderTest>> {};

TEST_P(TwoSuites, RefuseEachOtherAndBothLearnWhatTheOtherSpeaks) {
  const auto mine = person(GetParam().first, 0), theirs = person(GetParam().second, 1);
  const auto dialling = make_initiator({mine.scheme, mine.key}, theirs.id(), Fresh::draw());
  const auto answering = make_responder({theirs.scheme, theirs.key}, Fresh::draw());
  const auto answer = step(*answering, view(step(*dialling, {}).out));
  const auto told = step(*dialling, view(answer.out));
  const auto my_name = names_of({mine.scheme->number()}), their_name = names_of({theirs.scheme->number()});
  EXPECT_NE(my_name, their_name);
  EXPECT_EQ(answer.status.code, Errc::unsupported);
  EXPECT_EQ(answer.status.text, "no common suite: we speak " + their_name + "; they speak " + my_name);
  EXPECT_EQ(told.status.code, Errc::unsupported);
  EXPECT_EQ(told.status.text, "no common suite: we speak " + my_name + "; they speak " + their_name);
}

TEST_P(TwoSuites, TakeNothingOfEachOther) {
  const auto mine = person(GetParam().first, 0), theirs = person(GetParam().second, 1);
  EXPECT_FALSE(mine.scheme->from_spki(theirs.key->public_half().spki()));
  const auto box = seal_box(*theirs.scheme, theirs.key->public_half(), {}, bytes::of("words"));
  EXPECT_FALSE(open_box(*mine.scheme, *mine.key, {}, view(box)));
  const auto delegation = make_delegation(*theirs.scheme, *theirs.key, make_x25519().share, 2000, 0);
  Id owner;
  EXPECT_EQ(check_delegation(*mine.scheme, view(delegation), 1000, 0, owner).code, Errc::malformed);
}

INSTANTIATE_TEST_SUITE_P(Schemes, TwoSuites,
                         testing::Values(std::pair(rsa_under_test, ed25519_under_test),
                                         std::pair(ed25519_under_test, rsa_under_test)),
                         [](const auto& each) { return each.param.first.name + "To" + each.param.second.name; });

TEST(SuiteNumbers, AreNamedForAPerson) {
  EXPECT_EQ(names_of({}), "");
  EXPECT_EQ(names_of({0x0002, 0x0001}), "ed25519-chacha20, rsa-aes");
  EXPECT_EQ(names_of({1, 2, 3, 4, 5, 0xff06}), "rsa-aes, ed25519-chacha20, 0x0003, 0x0004 and 2 more");
}

TEST(Alerts, AreTakenApartStrictly) {
  const auto lists = encode(Alert{AlertCode::no_common_suite, {1, 0xff01}});
  EXPECT_EQ(to_hex(view(lists)),
            "0501"
            "0006"
            "02"
            "02"
            "0001"
            "ff01");
  EXPECT_EQ(parse_alert(view(lists))->suites, (SuiteNumbers{1, 0xff01}));
  for (std::size_t length = 0; length < lists.size(); ++length) EXPECT_FALSE(parse_alert({lists.data(), length}));
  EXPECT_FALSE(
      parse_alert(view(from_hex("05010001"
                                "02"))));  // no list
  EXPECT_FALSE(
      parse_alert(view(from_hex("05010002"
                                "0200"))));  // an empty one
  EXPECT_FALSE(
      parse_alert(view(from_hex("05010003"
                                "010100"))));  // one where none belongs
  EXPECT_TRUE(
      parse_alert(view(from_hex("05010001"
                                "01"))));
}

}  // namespace
}  // namespace p2pchat::test
