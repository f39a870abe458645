// SPDX-License-Identifier: MIT
#include "handshakes.hpp"

namespace p2pchat::test {
namespace {

using namespace cipher;

/// Everything that travelled, in order.
struct Capture {
  Octets m1, m2, m3, m4, record;
};

/// Who recorded a session and later stole both identities' keys, and perhaps more.
class Thief {
 public:
  Thief(SharedScheme scheme, Capture capture, SharedPrivateKey responder)
      : scheme_(std::move(scheme)),
        algorithms_(scheme_->algorithms()),
        capture_(std::move(capture)),
        responder_(std::move(responder)) {}

  /// What the record says, if this is the session's X25519 secret.
  std::optional<std::string> read_with(const Secret<32>& shared) const {
    const auto reply = parse_reply(view(capture_.m2)).value();
    const auto th1 = transcript::shares(*algorithms_, view(capture_.m1), reply.open);
    const auto th2 = transcript::reply(*algorithms_, th1, view(capture_.m2));
    const auto keys = handshake_keys(*algorithms_, th1, shared);
    const auto header = slice(view(capture_.m3), 0, header_length);
    const auto sealed = *body_of(MessageType::proof, view(capture_.m3));
    const auto plain = open_sealed(*algorithms_, keys.initiator, view(proof_aad(header, th2)), sealed);
    if (!plain) return std::nullopt;
    const auto proof = parse_proof(*scheme_, view(*plain), responder_->public_half().carried_length()).value();
    const auto carried = responder_->receive(view(carried_label(th1)), proof.carried);
    const auto th3 = transcript::claim(*algorithms_, th2, proof.carried, proof.key);
    const auto th4 = transcript::proof(*algorithms_, th3, proof.signature);
    RecordOpener opener(algorithms_, traffic_secrets(*algorithms_, th4, shared, carried).initiator);
    std::string text;
    sdk::OutTo out(text);
    if (!opener.open(view(capture_.record), out).ok()) return std::nullopt;
    return text;
  }

  /// Takes each run of 32 octets for the secret, and for an ephemeral key that leads to it.
  bool reads_with_any_run_of(const Octets& octets) const {
    const auto hello = parse_hello(view(capture_.m1)).value();
    const auto reply = parse_reply(view(capture_.m2)).value();
    for (std::size_t at = 0; at + 32 <= octets.size(); ++at) {
      Secret<32> guess;
      std::copy_n(octets.data() + at, 32, guess.data());
      if (read_with(guess)) return true;
      for (const auto& share : {hello.share, reply.share})
        if (const auto shared = x25519(guess, share); shared && read_with(*shared)) return true;
    }
    return false;
  }

 private:
  SharedScheme scheme_;
  SharedAlgorithms algorithms_;
  Capture capture_;
  SharedPrivateKey responder_;
};

class ForwardSecrecy : public Handshakes {
 protected:
  Capture captured() const {
    Capture found;
    const auto initiator = make_initiator(party(alice), id_of(bob), ephemeral), responder = answering(bob);
    found.m1 = step(*initiator, {}).out;
    found.m2 = step(*responder, view(found.m1)).out;
    found.m3 = step(*initiator, view(found.m2)).out;
    found.m4 = step(*responder, view(found.m3)).out;
    step(*initiator, view(found.m4));
    sdk::OutTo out(found.record);
    EXPECT_TRUE(initiator->take_records()->sealer.seal(bytes::of("said today"), out).ok());
    return found;
  }
  Fresh ephemeral = Fresh::draw();
  Capture capture = captured();
  Secret<32> shared = x25519(ephemeral.pair.secret, parse_reply(view(capture.m2))->share).value();
};

TEST_P(ForwardSecrecy, TheThiefOfTheseTestsReadsWhenItHasTheEphemeralSecretToo) {
  const Thief thief(scheme, capture, bob);
  EXPECT_EQ(thief.read_with(shared), "said today");
  Octets found(view(ephemeral.pair.secret).ptr, view(ephemeral.pair.secret).ptr + 32);
  found.insert(found.begin(), 3, 0);
  EXPECT_TRUE(thief.reads_with_any_run_of(found));
}

TEST_P(ForwardSecrecy, BothKeysAndEverythingThatTravelledOpenNothing) {
  const Thief thief(scheme, capture, bob);
  for (const auto* message : {&capture.m1, &capture.m2, &capture.m3, &capture.m4, &capture.record})
    EXPECT_FALSE(thief.reads_with_any_run_of(*message));
}

TEST_P(ForwardSecrecy, WhoBreaksTheEphemeralExchangeAloneCannotReadEither) {
  EXPECT_FALSE(Thief(scheme, capture, mallory).read_with(shared));
}

INSTANTIATE_TEST_SUITE_P(Schemes, ForwardSecrecy, every_scheme, name_of_scheme);

}  // namespace
}  // namespace p2pchat::test
