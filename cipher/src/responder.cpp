// SPDX-License-Identifier: MIT
#include "cipher/handshake_parts.hpp"

#include <p2pchat/crypto.hpp>

#include <algorithm>

namespace p2pchat::cipher {
namespace {

/// Answers: M1 in, M2 out, M3 in, M4 out.
class Responder final : public Handshake {
 public:
  Responder(Party party, Fresh fresh) : party_(std::move(party)), fresh_(std::move(fresh)) {}

  Status step(bytes in, Octets& out) override {
    if (fresh_) return take_hello(in, out);
    if (parse_alert(in)) return {Errc::bad_signature, "the other side ended the handshake"};
    return take_proof(in, out);
  }

 private:
  /// Before the tag held it is silent: a scanner learns nothing.
  Status take_hello(bytes message, Octets& out) {
    const auto hello = parse_hello(message);
    if (!hello) return {Errc::bad_signature, "M1 has no known form"};
    if (!sdk::same(view(hello_tag(algorithms(), party_.id(), hello->tagged)), hello->tag))
      return {Errc::refused, "M1 is for another node"};
    const auto suite = std::ranges::find_first_of(party_.suites, hello->suites);
    if (suite == party_.suites.end()) {
      out = encode(Alert{AlertCode::no_common_suite, party_.suites});
      return no_common_suite(party_.suites, hello->suites);
    }
    const auto shared = x25519(fresh_->pair.secret, hello->share);
    if (!shared) return handshake_failed("M1 has a share without a secret", out);
    reply(*suite, message, *shared, out);
    return {};
  }

  void reply(std::uint16_t suite, bytes hello, const Secret<32>& shared, Octets& out) {
    const auto& me = party_.key->public_half();
    const auto sealed_length = me.compact().len + me.signature_length() + sizeof(Id) + tag_length;
    out = reply_before_sealed(suite, view(fresh_->nonce), view(fresh_->pair.share), sealed_length);
    fresh_.reset();
    shared_ = shared;
    th1_ = transcript::shares(algorithms(), hello, view(out));
    keys_ = handshake_keys(algorithms(), th1_, shared_);
    const auto signature = party_.key->sign({view(responder_statement(th1_, me.id()))});
    const auto finish = responder_finish(algorithms(), keys_, th1_, me.compact(), view(signature));
    const auto plain = encode(Proof{{}, me.compact(), view(signature), view(finish)});
    seal_onto(out, algorithms(), keys_.responder, th1_.view(), view(plain));
    th2_ = transcript::reply(algorithms(), th1_, view(out));
  }

  Status take_proof(bytes message, Octets& out) {
    const auto sealed = body_of(MessageType::proof, message);
    if (!sealed) return handshake_failed("M3 has no known form", out);
    const auto aad = proof_aad(slice(message, 0, header_length), th2_);
    const auto plain = open_sealed(algorithms(), keys_.initiator, view(aad), *sealed);
    const auto proof =
        plain ? parse_proof(*party_.scheme, view(*plain), party_.key->public_half().carried_length()) : std::nullopt;
    if (!proof) return handshake_failed("M3 does not open", out);
    auto peer = party_.scheme->from_compact(proof->key);
    if (!peer) return handshake_failed("M3 has a key that is not acceptable", out);
    if (peer->id() == party_.id()) return handshake_failed("M3 is by myself", out);
    const auto th3 = transcript::claim(algorithms(), th2_, proof->carried, proof->key);
    const auto th4 = transcript::proof(algorithms(), th3, proof->signature);
    if (!sdk::same(view(initiator_finish(algorithms(), keys_, th4)), proof->finish))
      return handshake_failed("M3's finish does not hold", out);
    if (!peer->verify({view(initiator_statement(th3, peer->id(), party_.id()))}, proof->signature))
      return handshake_failed("M3's signature does not hold", out);
    peer_ = std::move(peer);
    // Only for somebody whose signature held. Where the secret does not hold it is random: the other side sees a
    // session that does not confirm, and cannot tell why.
    establish(th4, party_.key->receive(view(carried_label(th1_)), proof->carried), out);
    return {};
  }

  void establish(const Id& th4, const Secret<32>& carried, Octets& out) {
    const auto secrets = traffic_secrets(algorithms(), th4, shared_, carried);
    shared_ = {};
    keys_ = {};
    records_.emplace(
        Records{{party_.scheme->algorithms(), secrets.responder}, {party_.scheme->algorithms(), secrets.initiator}});
    constexpr std::uint8_t no_capabilities[4] = {};
    out = begin_message(MessageType::ready, sizeof no_capabilities + tag_length);
    sdk::OutTo sink(out);
    if (!records_->sealer.seal({no_capabilities, sizeof no_capabilities}, sink).ok())
      throw std::runtime_error("the first record was not sealed");
    established_ = true;
  }

  const Algorithms& algorithms() const { return *party_.scheme->algorithms(); }

  Party party_;
  std::optional<Fresh> fresh_;
  Secret<32> shared_;
  HandshakeKeys keys_;
  Id th1_, th2_;
};

}  // namespace

std::unique_ptr<Handshake> make_responder(Party party, Fresh fresh) {
  return std::make_unique<Responder>(std::move(party), std::move(fresh));
}

}  // namespace p2pchat::cipher
