// SPDX-License-Identifier: MIT
#include "handshakes.hpp"

#include <functional>

namespace p2pchat::test {
namespace {

using namespace cipher;

/// M2 as a stranger might write it: whose key it shows, who signs, and what.
struct ForgedReply {
  SharedPrivateKey shows, signs;
  std::function<Octets(const Id& th1, const Id& shown)> statement = responder_statement;
  std::optional<Share> share = std::nullopt;  ///< in place of its own
};

/// M3 likewise.
struct ForgedProof {
  SharedPrivateKey shows, signs;
  std::function<Octets(const Id& th3, const Id& shown, const Id& responder)> statement = initiator_statement;
  std::function<Carried(const PublicKey& responder, const Id& th1)> carry = nullptr;  ///< in place of an honest one
};

/// How the responder took it, and whether its M4 confirms to a dialler who knows the secret that was carried.
struct Answer : Stepped {
  bool confirms = false;
};

class HandshakeAttack : public Handshakes {
 protected:
  Octets forged(const ForgedReply& forgery, bytes m1) const {
    const auto& shown = forgery.shows->public_half();
    const auto pair = make_x25519();
    const auto shared = x25519(pair.secret, parse_hello(m1)->share).value();
    auto out = reply_before_sealed(scheme->number(), view(Octets(32, 7)), view(forgery.share.value_or(pair.share)),
                                   shown.compact().len + shown.signature_length() + 32 + tag_length);
    const auto th1 = transcript::shares(*algorithms, m1, view(out));
    const auto keys = handshake_keys(*algorithms, th1, shared);
    const auto signature = forgery.signs->sign({view(forgery.statement(th1, shown.id()))});
    const auto finish = responder_finish(*algorithms, keys, th1, shown.compact(), view(signature));
    const auto plain = encode(Proof{{}, shown.compact(), view(signature), view(finish)});
    seal_onto(out, *algorithms, keys.responder, th1.view(), view(plain));
    return out;
  }

  /// What an honest `responder` says to a dialler that keeps M1's secret and then forges M3.
  Answer answer_to(const ForgedProof& forgery, const SharedPrivateKey& responder) const {
    const auto fresh = Fresh::draw();
    const auto honest = make_responder(party(responder), Fresh::draw());
    const auto m1 = step(*make_initiator(party(mallory), id_of(responder), fresh), {}).out;
    const auto m2 = step(*honest, view(m1)).out;
    const auto reply = parse_reply(view(m2)).value();
    const auto th1 = transcript::shares(*algorithms, view(m1), reply.open);
    const auto th2 = transcript::reply(*algorithms, th1, view(m2));
    const auto shared = x25519(fresh.pair.secret, reply.share).value();
    const auto keys = handshake_keys(*algorithms, th1, shared);
    const auto& to = responder->public_half();
    const auto carried = forgery.carry ? forgery.carry(to, th1) : to.carry(view(carried_label(th1)));
    const auto& shown = forgery.shows->public_half();
    const auto th3 = transcript::claim(*algorithms, th2, view(carried.text), shown.compact());
    const auto signature = forgery.signs->sign({view(forgery.statement(th3, shown.id(), to.id()))});
    const auto th4 = transcript::proof(*algorithms, th3, view(signature));
    const auto finish = initiator_finish(*algorithms, keys, th4);
    const auto plain = encode(Proof{view(carried.text), shown.compact(), view(signature), view(finish)});
    auto m3 = begin_message(MessageType::proof, plain.size() + tag_length);
    const auto aad = proof_aad(view(m3), th2);
    seal_onto(m3, *algorithms, keys.initiator, view(aad), view(plain));
    Answer answer{step(*honest, view(m3))};
    if (const auto ready = body_of(MessageType::ready, view(answer.out)); ready && answer.status.ok()) {
      RecordOpener opener(algorithms, traffic_secrets(*algorithms, th4, shared, carried.secret).responder);
      Octets capabilities;
      sdk::OutTo out(capabilities);
      answer.confirms = opener.open(*ready, out).ok();
    }
    return answer;
  }

  /// What Alice, who dials Bob, says to a forged M2.
  Status alice_says(const ForgedReply& forgery) const {
    const auto initiator = dialling(alice, id_of(bob));
    const auto m1 = step(*initiator, {}).out;
    return step(*initiator, view(forged(forgery, view(m1)))).status;
  }
};

TEST_P(HandshakeAttack, TheForgersOfTheseTestsAreBelievedWhenTheyHoldTheKey) {
  EXPECT_TRUE(alice_says({bob, bob}).ok());
  const auto answer = answer_to({alice, alice}, bob);
  EXPECT_TRUE(answer.status.ok());
  EXPECT_TRUE(answer.confirms);
}

TEST_P(HandshakeAttack, WhoStoleMyKeyCannotPlayOthersToMe) {
  EXPECT_EQ(alice_says({bob, alice}).code, Errc::bad_signature);             // Alice's key is stolen
  EXPECT_EQ(alice_says({alice, alice}).code, Errc::bad_signature);           // and shown
  EXPECT_EQ(answer_to({alice, bob}, bob).status.code, Errc::bad_signature);  // Bob's key is stolen
  EXPECT_EQ(answer_to({bob, bob}, bob).status.code, Errc::bad_signature);    // and shown: a session with himself
}

TEST_P(HandshakeAttack, AStrangerCannotShowTheKeyOfAnother) {
  EXPECT_EQ(alice_says({bob, mallory}).code, Errc::bad_signature);
  EXPECT_EQ(alice_says({mallory, mallory}).code, Errc::bad_signature);
  EXPECT_EQ(answer_to({alice, mallory}, bob).status.code, Errc::bad_signature);
}

TEST_P(HandshakeAttack, ASignatureOfOneRoleIsNoneOfTheOther) {
  const auto as_initiator = [&](const Id& th1, const Id& shown) {
    return initiator_statement(th1, shown, id_of(alice));
  };
  EXPECT_EQ(alice_says({bob, bob, as_initiator}).code, Errc::bad_signature);
  const auto as_responder = [](const Id& th3, const Id& shown, const Id&) { return responder_statement(th3, shown); };
  EXPECT_EQ(answer_to({alice, alice, as_responder}, bob).status.code, Errc::bad_signature);
}

TEST_P(HandshakeAttack, ASignatureForAnotherResponderIsRefused) {
  const auto for_mallory = [&](const Id& th3, const Id& shown, const Id&) {
    return initiator_statement(th3, shown, id_of(mallory));
  };
  EXPECT_EQ(answer_to({alice, alice, for_mallory}, bob).status.code, Errc::bad_signature);
}

TEST_P(HandshakeAttack, ARelayCannotMakeTwoPeersDisagreeWhoTheyTalkTo) {
  // Alice dials Mallory, who passes her M1 on to Bob under Bob's tag and Bob's M2 back.
  const auto initiator = dialling(alice, id_of(mallory));
  const auto m1 = retagged(step(*initiator, {}).out, id_of(bob));
  const auto m2 = step(*answering(bob), view(m1));
  ASSERT_TRUE(m2.status.ok());
  EXPECT_EQ(step(*initiator, view(m2.out)).status.code, Errc::bad_signature);
}

TEST_P(HandshakeAttack, ARecordedHandshakePlaysNoSecondTime) {
  const auto initiator = dialling(alice, id_of(bob)), responder = answering(bob);
  const auto m1 = step(*initiator, {}).out;
  const auto m2 = step(*responder, view(m1)).out;
  const auto m3 = step(*initiator, view(m2)).out;
  const auto m4 = step(*responder, view(m3)).out;
  const auto again = answering(bob);
  EXPECT_TRUE(step(*again, view(m1)).status.ok());
  EXPECT_EQ(step(*again, view(m3)).status.code, Errc::bad_signature);
  const auto dialled_again = dialling(alice, id_of(bob));
  step(*dialled_again, {});
  EXPECT_EQ(step(*dialled_again, view(m2)).status.code, Errc::bad_signature);
  const auto third = dialling(alice, id_of(bob)), third_responder = answering(bob);
  step(*third, view(step(*third_responder, view(step(*third, {}).out)).out));
  EXPECT_EQ(step(*third, view(m4)).status.code, Errc::bad_signature);
}

TEST_P(HandshakeAttack, MyOwnWordsComeBackInVain) {
  const auto initiator = dialling(alice, id_of(bob));
  const auto m1 = step(*initiator, {}).out;
  EXPECT_EQ(step(*answering(alice), view(m1)).status.code, Errc::refused);
  const auto reflected = step(*answering(alice), view(retagged(m1, id_of(alice))));
  ASSERT_TRUE(reflected.status.ok());
  EXPECT_EQ(step(*initiator, view(reflected.out)).status.code, Errc::bad_signature);
  const auto other = dialling(alice, id_of(bob));
  EXPECT_EQ(step(*other, view(step(*other, {}).out)).status.code, Errc::bad_signature);
  EXPECT_EQ(step(*dialling(alice, id_of(alice)), {}).status.code, Errc::refused);
}

TEST_P(HandshakeAttack, TakingASuiteOutOfTheListIsNoticed) {
  const auto initiator = make_initiator({scheme, alice, {0xff01, scheme->number()}}, id_of(bob), Fresh::draw());
  const auto m1 = step(*initiator, {}).out;
  const auto full = parse_hello(view(m1)).value();
  auto stripped = hello_before_tag({scheme->number()}, full.nonce, full.share);
  stripped.resize(stripped.size() + 33);
  const auto m2 = step(*answering(bob), view(retagged(stripped, id_of(bob))));
  ASSERT_TRUE(m2.status.ok());
  EXPECT_EQ(step(*initiator, view(m2.out)).status.code, Errc::bad_signature);
}

TEST_P(HandshakeAttack, SharesOfSmallOrderAreRefusedOnBothSides) {
  for (const auto* point : {"0000000000000000000000000000000000000000000000000000000000000000",
                            "0100000000000000000000000000000000000000000000000000000000000000",
                            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"}) {
    const auto share = from_hex(point);
    auto m1 = hello_before_tag({scheme->number()}, view(Octets(32, 7)), view(share));
    m1.resize(m1.size() + 33);
    const auto answer = step(*answering(bob), view(retagged(m1, id_of(bob))));
    EXPECT_EQ(answer.status.code, Errc::bad_signature);
    EXPECT_EQ(answer.out, encode(Alert{}));
    Share forced;
    std::ranges::copy(share, forced.begin());
    EXPECT_EQ(alice_says({bob, bob, responder_statement, forced}).code, Errc::bad_signature);
  }
}

TEST_P(HandshakeAttack, ASecretCarriedInAnotherSessionLeadsToNoCommonKey) {
  // The label holds this session's th1; a secret carried for another does not open, and the answer does not tell.
  const auto moved = [](const PublicKey& to, const Id&) { return to.carry(view(carried_label(Id{}))); };
  const auto honest = answer_to({mallory, mallory}, bob),
             cheated = answer_to({mallory, mallory, initiator_statement, moved}, bob);
  EXPECT_TRUE(honest.confirms);
  EXPECT_FALSE(cheated.confirms);
  EXPECT_TRUE(cheated.status.ok());
  EXPECT_EQ(cheated.out.size(), honest.out.size());
  EXPECT_TRUE(std::equal(honest.out.begin(), honest.out.begin() + 4, cheated.out.begin()));
}

INSTANTIATE_TEST_SUITE_P(Schemes, HandshakeAttack, every_scheme, name_of_scheme);

}  // namespace
}  // namespace p2pchat::test
