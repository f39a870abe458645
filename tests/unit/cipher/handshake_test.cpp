// SPDX-License-Identifier: MIT
#include "handshakes.hpp"

namespace p2pchat::test {
namespace {

using namespace cipher;

using HandshakeTest = Handshakes;

TEST_P(HandshakeTest, EndsWithTheSameKeysOnBothSides) {
  const auto initiator = dialling(alice, id_of(bob)), responder = answering(bob);
  const auto m1 = step(*initiator, {});
  const auto m2 = step(*responder, view(m1.out));
  const auto m3 = step(*initiator, view(m2.out));
  EXPECT_FALSE(initiator->take_records());
  const auto m4 = step(*responder, view(m3.out));
  const auto end = step(*initiator, view(m4.out));
  for (const auto* stepped : {&m1, &m2, &m3, &m4, &end}) EXPECT_TRUE(stepped->status.ok()) << stepped->status.text;
  EXPECT_TRUE(end.out.empty());
  EXPECT_EQ(initiator->peer()->id(), id_of(bob));
  EXPECT_EQ(responder->peer()->id(), id_of(alice));
  auto at_alice = initiator->take_records(), at_bob = responder->take_records();
  ASSERT_TRUE(at_alice && at_bob);
  for (auto [from, to] : {std::pair(&*at_alice, &*at_bob), std::pair(&*at_bob, &*at_alice)}) {
    Octets record, plain;
    sdk::OutTo record_out(record), plain_out(plain);
    EXPECT_TRUE(from->sealer.seal(bytes::of("words"), record_out).ok());
    EXPECT_TRUE(to->opener.open(view(record), plain_out).ok());
    EXPECT_EQ(plain, octets_of("words"));
  }
}

TEST_P(HandshakeTest, HasTheSizesOfItsDescription) {
  const auto initiator = dialling(alice, id_of(bob)), responder = answering(bob);
  const auto m1 = step(*initiator, {});
  const auto m2 = step(*responder, view(m1.out));
  const auto m3 = step(*initiator, view(m2.out));
  const auto m4 = step(*responder, view(m3.out));
  EXPECT_EQ(m1.out.size(), 105u);
  EXPECT_EQ(m2.out.size(), GetParam().reply);
  EXPECT_EQ(m3.out.size(), GetParam().proof);
  EXPECT_EQ(m4.out.size(), 24u);
  EXPECT_TRUE(step(*initiator, view(m4.out)).status.ok());
}

TEST_P(HandshakeTest, AHelloForAnotherNodeGetsNoAnswer) {
  const auto m1 = step(*dialling(alice, id_of(bob)), {});
  const auto answer = step(*answering(mallory), view(m1.out));
  EXPECT_EQ(answer.status.code, Errc::refused);
  EXPECT_TRUE(answer.out.empty());
}

TEST_P(HandshakeTest, RubbishGetsNoAnswer) {
  for (const auto& rubbish : {Octets{}, Octets{1}, Octets(105, 0), octets_of("GET / HTTP/1.1\r\n\r\n")}) {
    const auto answer = step(*answering(bob), view(rubbish));
    EXPECT_EQ(answer.status.code, Errc::bad_signature);
    EXPECT_TRUE(answer.out.empty());
  }
}

TEST_P(HandshakeTest, WithoutACommonSuiteBothSidesLearnThat) {
  const auto initiator = make_initiator({scheme, alice, {0xff01, 0xff02}}, id_of(bob), Fresh::draw());
  const auto answer = step(*answering(bob), view(step(*initiator, {}).out));
  const auto told = step(*initiator, view(answer.out));
  const auto own = names_of({scheme->number()});
  EXPECT_EQ(answer.status.code, Errc::unsupported);
  EXPECT_EQ(told.status.code, Errc::unsupported);
  EXPECT_EQ(answer.status.text, "no common suite: we speak " + own + "; they speak 0xff01, 0xff02");
  EXPECT_EQ(told.status.text, "no common suite: we speak 0xff01, 0xff02; they speak " + own);
}

TEST_P(HandshakeTest, TheResponderPicksTheFirstOfItsOwnSuites) {
  const auto initiator = make_initiator({scheme, alice, {0xff01, scheme->number(), 0xff02}}, id_of(bob), Fresh::draw());
  const auto responder = make_responder({scheme, bob, {0xff03, 0xff02, scheme->number()}}, Fresh::draw());
  const auto m2 = step(*responder, view(step(*initiator, {}).out));
  ASSERT_TRUE(m2.status.ok());
  EXPECT_EQ(parse_reply(view(m2.out))->suite, 0xff02);
  EXPECT_TRUE(step(*initiator, view(m2.out)).status.ok());
}

TEST_P(HandshakeTest, EveryFailureAfterTheTagLooksTheSame) {
  const auto failed = encode(Alert{});
  const auto initiator = dialling(alice, id_of(bob)), responder = answering(bob);
  const auto m2 = step(*responder, view(step(*initiator, {}).out));
  EXPECT_EQ(step(*responder, view(m2.out)).out, failed);
  EXPECT_EQ(step(*responder, view(flipped(m2.out, 0))).out, failed);
  EXPECT_EQ(step(*initiator, view(flipped(m2.out, 8 * 100))).out, failed);
  EXPECT_EQ(step(*initiator, view(m2.out)).out, failed);  // too late for the right one
  EXPECT_EQ(step(*responder, view(failed)).status.code, Errc::bad_signature);
}

// The tests of flipped bits are exhaustive: 12,632 handshakes with RSA-2048, each begun anew.

TEST_P(HandshakeTest, EveryFlippedBitOfM1IsRefused) {
  const auto m1 = step(*dialling(alice, id_of(bob)), {});
  for (std::size_t bit = 0; bit < 8 * m1.out.size(); ++bit)
    ASSERT_FALSE(step(*answering(bob), view(flipped(m1.out, bit))).status.ok()) << bit;
  EXPECT_TRUE(step(*answering(bob), view(m1.out)).status.ok());
}

TEST_P(HandshakeTest, EveryFlippedBitOfM2IsRefused) {
  const auto fresh = Fresh::draw();
  const auto begun = [&] {
    auto initiator = make_initiator(party(alice), id_of(bob), fresh);
    return std::pair(std::move(initiator), step(*initiator, {}).out);
  };
  const auto m2 = step(*answering(bob), view(begun().second));
  for (std::size_t bit = 0; bit < 8 * m2.out.size(); ++bit)
    ASSERT_EQ(step(*begun().first, view(flipped(m2.out, bit))).status.code, Errc::bad_signature) << bit;
  EXPECT_TRUE(step(*begun().first, view(m2.out)).status.ok());
}

TEST_P(HandshakeTest, EveryFlippedBitOfM3IsRefused) {
  for (std::size_t bit = 0, bits = 1; bit < bits; ++bit) {
    const auto initiator = dialling(alice, id_of(bob)), responder = answering(bob);
    const auto m2 = step(*responder, view(step(*initiator, {}).out));
    const auto m3 = step(*initiator, view(m2.out));
    bits = 8 * m3.out.size();
    ASSERT_EQ(step(*responder, view(flipped(m3.out, bit))).status.code, Errc::bad_signature) << bit;
    ASSERT_FALSE(responder->peer());
    ASSERT_FALSE(responder->take_records());
  }
}

TEST_P(HandshakeTest, EveryFlippedBitOfM4IsRefused) {
  for (std::size_t bit = 0, bits = 1; bit < bits; ++bit) {
    const auto initiator = dialling(alice, id_of(bob)), responder = answering(bob);
    const auto m2 = step(*responder, view(step(*initiator, {}).out));
    const auto m3 = step(*initiator, view(m2.out));
    const auto m4 = step(*responder, view(m3.out));
    bits = 8 * m4.out.size();
    ASSERT_EQ(step(*initiator, view(flipped(m4.out, bit))).status.code, Errc::bad_signature) << bit;
    ASSERT_FALSE(initiator->take_records());
  }
}

TEST_P(HandshakeTest, EveryOtherLengthIsRefused) {
  const auto fresh = Fresh::draw();
  const auto first = make_initiator(party(alice), id_of(bob), fresh);
  const auto m1 = step(*first, {}).out;
  const auto m2 = step(*answering(bob), view(m1)).out;
  for (std::size_t length = 1; length < m1.size() + 2; ++length) {
    auto changed = m1;
    changed.resize(length);
    EXPECT_EQ(step(*answering(bob), view(changed)).status.ok(), length == m1.size());
  }
  for (std::size_t length = 0; length < m2.size() + 2; ++length) {
    const auto initiator = make_initiator(party(alice), id_of(bob), fresh);
    step(*initiator, {});
    auto changed = m2;
    changed.resize(length);
    EXPECT_EQ(step(*initiator, view(changed)).status.ok(), length == m2.size());
  }
}

INSTANTIATE_TEST_SUITE_P(Schemes, HandshakeTest, every_scheme, name_of_scheme);

}  // namespace
}  // namespace p2pchat::test
