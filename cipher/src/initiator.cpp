// SPDX-License-Identifier: MIT
#include "cipher/handshake_parts.hpp"

#include <p2pchat/crypto.hpp>

#include <algorithm>

namespace p2pchat::cipher {
namespace {

constexpr std::size_t ready_length = 4;

/// Dials: M1 out, M2 in, M3 out, M4 in.
class Initiator final : public Handshake {
 public:
  Initiator(Party party, const Id& wanted, Fresh fresh)
      : party_(std::move(party)), wanted_(wanted), fresh_(std::move(fresh)) {}

  Status step(bytes in, Octets& out) override {
    if (hello_.empty()) return begin(in, out);
    if (const auto alert = parse_alert(in)) return alerted(*alert);
    if (records_) return take_ready(in, out);
    return fresh_ ? take_reply(in, out) : handshake_failed("it had failed before", out);
  }

 private:
  Status begin(bytes in, Octets& out) {
    if (in.len != 0) return {Errc::invalid, "the initiator speaks first"};
    if (wanted_ == party_.id()) return {Errc::refused, "a session with myself"};
    hello_ = hello_before_tag(party_.suites, view(fresh_->nonce), view(fresh_->pair.share));
    put(hello_, view(hello_tag(algorithms(), wanted_, view(hello_))));
    hello_.push_back(0);  // no cookie
    out = hello_;
    return {};
  }

  Status alerted(const Alert& alert) const {
    if (alert.code == AlertCode::no_common_suite) return no_common_suite(party_.suites, alert.suites);
    return {Errc::bad_signature, "the other side ended the handshake"};
  }

  Status take_reply(bytes message, Octets& out) {
    const auto reply = parse_reply(message);
    if (!reply) return handshake_failed("M2 has no known form", out);
    if (std::ranges::find(party_.suites, reply->suite) == party_.suites.end())
      return handshake_failed("M2 picks a suite that was not offered", out);
    const auto shared = x25519(fresh_->pair.secret, reply->share);
    fresh_.reset();
    if (!shared) return handshake_failed("M2 has a share without a secret", out);
    const auto th1 = transcript::shares(algorithms(), view(hello_), reply->open);
    const auto keys = handshake_keys(algorithms(), th1, *shared);
    const auto plain = open_sealed(algorithms(), keys.responder, th1.view(), reply->sealed);
    const auto proof = plain ? parse_proof(*party_.scheme, view(*plain), 0) : std::nullopt;
    if (!proof) return handshake_failed("M2 does not open", out);
    auto peer = party_.scheme->from_compact(proof->key);
    if (!peer || peer->id() != wanted_) return handshake_failed("M2 is by another node than the one dialled", out);
    const auto finish = responder_finish(algorithms(), keys, th1, proof->key, proof->signature);
    if (!sdk::same(view(finish), proof->finish)) return handshake_failed("M2's finish does not hold", out);
    if (!peer->verify({view(responder_statement(th1, wanted_))}, proof->signature))
      return handshake_failed("M2's signature does not hold", out);
    peer_ = std::move(peer);
    prove(th1, transcript::reply(algorithms(), th1, message), keys, *shared, out);
    return {};
  }

  /// Writes M3 and derives the records.
  void prove(const Id& th1, const Id& th2, const HandshakeKeys& keys, const Secret<32>& shared, Octets& out) {
    const auto& me = party_.key->public_half();
    const auto carried = peer_->carry(view(carried_label(th1)));
    const auto th3 = transcript::claim(algorithms(), th2, view(carried.text), me.compact());
    const auto signature = party_.key->sign({view(initiator_statement(th3, me.id(), wanted_))});
    const auto th4 = transcript::proof(algorithms(), th3, view(signature));
    const auto finish = initiator_finish(algorithms(), keys, th4);
    const auto plain = encode(Proof{view(carried.text), me.compact(), view(signature), view(finish)});
    out = begin_message(MessageType::proof, plain.size() + tag_length);
    const auto aad = proof_aad(view(out), th2);
    seal_onto(out, algorithms(), keys.initiator, view(aad), view(plain));
    const auto secrets = traffic_secrets(algorithms(), th4, shared, carried.secret);
    records_.emplace(
        Records{{party_.scheme->algorithms(), secrets.initiator}, {party_.scheme->algorithms(), secrets.responder}});
  }

  Status take_ready(bytes message, Octets& out) {
    const auto record = body_of(MessageType::ready, message);
    Octets capabilities;
    sdk::OutTo sink(capabilities);
    if (!record || !records_->opener.open(*record, sink).ok() || capabilities.size() != ready_length)
      return handshake_failed("M4 does not confirm", out);
    established_ = true;
    return {};
  }

  const Algorithms& algorithms() const { return *party_.scheme->algorithms(); }

  Party party_;
  Id wanted_;
  std::optional<Fresh> fresh_;
  Octets hello_;
};

}  // namespace

std::unique_ptr<Handshake> make_initiator(Party party, const Id& wanted, Fresh fresh) {
  return std::make_unique<Initiator>(std::move(party), wanted, std::move(fresh));
}

}  // namespace p2pchat::cipher
