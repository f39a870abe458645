// SPDX-License-Identifier: MIT
#include "handshake_parts.hpp"

#include <p2pchat/crypto.hpp>

#include <algorithm>

namespace p2pchat::rsa_aes {
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
      out = alert(AlertCode::no_common_suite);
      return {Errc::unsupported, "M1 offers none of our suites"};
    }
    const auto shared = x25519(fresh_->pair.secret, hello->share);
    if (!shared) return handshake_failed("M1 has a share without a secret", out);
    reply(*suite, message, *shared, out);
    return {};
  }

  void reply(std::uint16_t suite, bytes hello, const Secret<32>& shared, Octets& out) {
    const auto& me = party_.key->public_half();
    const auto sealed_length = 2 * me.size() + 32 + tag_length;
    out = reply_before_sealed(suite, view(fresh_->nonce), view(fresh_->pair.share), sealed_length);
    fresh_.reset();
    shared_ = shared;
    th1_ = transcript::shares(algorithms(), hello, view(out));
    keys_ = handshake_keys(algorithms(), th1_, shared_);
    const auto signature = party_.key->sign({view(responder_statement(th1_, me.id()))});
    const auto finish = responder_finish(algorithms(), keys_, th1_, me.modulus(), view(signature));
    const auto plain = encode(Proof{{}, me.modulus(), view(signature), view(finish)});
    seal_onto(out, algorithms(), keys_.responder, th1_.view(), view(plain));
    th2_ = transcript::reply(algorithms(), th1_, view(out));
  }

  Status take_proof(bytes message, Octets& out) {
    const auto sealed = body_of(MessageType::proof, message);
    if (!sealed) return handshake_failed("M3 has no known form", out);
    const auto aad = proof_aad(slice(message, 0, header_length), th2_);
    const auto plain = open_sealed(algorithms(), keys_.initiator, view(aad), *sealed);
    const auto proof = plain ? parse_proof(view(*plain), party_.key->public_half().size()) : std::nullopt;
    if (!proof) return handshake_failed("M3 does not open", out);
    auto peer = PublicKey::from_modulus(party_.algorithms, proof->modulus);
    if (peer->id() == party_.id()) return handshake_failed("M3 is by myself", out);
    const auto th3 = transcript::claim(algorithms(), th2_, proof->share, proof->modulus);
    const auto th4 = transcript::proof(algorithms(), th3, proof->signature);
    if (!sdk::same(view(initiator_finish(algorithms(), keys_, th4)), proof->finish))
      return handshake_failed("M3's finish does not hold", out);
    if (!peer->verify({view(initiator_statement(th3, peer->id(), party_.id()))}, proof->signature))
      return handshake_failed("M3's signature does not hold", out);
    peer_ = std::move(peer);
    establish(th4, rsa_share(proof->share), out);
    return {};
  }

  /// Only somebody whose signature held gets here. A share that OAEP refuses becomes a random one: the other side sees
  /// a session that does not confirm, and cannot tell why.
  Secret<32> rsa_share(bytes sealed) const {
    Secret<32> share;
    fill_random(share.data(), share.size());
    const auto found = party_.key->decrypt(view(share_label(th1_)), sealed);
    if (found && found->size() == share.size()) std::copy(found->begin(), found->end(), share.data());
    return share;
  }

  void establish(const Id& th4, const Secret<32>& rsa_share, Octets& out) {
    const auto secrets = traffic_secrets(algorithms(), th4, shared_, rsa_share);
    shared_ = {};
    keys_ = {};
    records_.emplace(Records{{party_.algorithms, secrets.responder}, {party_.algorithms, secrets.initiator}});
    constexpr std::uint8_t no_capabilities[4] = {};
    out = begin_message(MessageType::ready, sizeof no_capabilities + tag_length);
    sdk::OutTo sink(out);
    if (!records_->sealer.seal({no_capabilities, sizeof no_capabilities}, sink).ok())
      throw std::runtime_error("the first record was not sealed");
    established_ = true;
  }

  const Algorithms& algorithms() const { return *party_.algorithms; }

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

}  // namespace p2pchat::rsa_aes
