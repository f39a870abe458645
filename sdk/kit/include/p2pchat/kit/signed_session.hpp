// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/crypto.hpp>
#include <p2pchat/kit/primitives.hpp>
#include <p2pchat/kit/purpose.hpp>

namespace p2pchat::kit {

/// A conversation between two who prove their keys, in the manner of SIGMA-I (Krawczyk 2003):
///
///     I -> R: share | tag under R's id        R -> I: share | box {key | signature}
///     I -> R: box {key | signature}           R -> I: box {}, and then records either way
///
/// The tag keeps R silent to who does not know it; I shows its key to nobody but R. Both sign both shares, their own
/// key and R's id. Boxes are numbered from 0 in each direction, so none is lost, doubled or moved. The pairs live for
/// one conversation: who steals a key later reads nothing of before. A failure ends it, without a word to the other
/// side.
template <Primitives P>
class SignedSession final : public sdk::Session {
 public:
  SignedSession(const Octets& key, const Secret& secret, sdk::Role role, const Id& wanted)
      : key_(key),
        secret_(secret),
        dials_(role == sdk::Role::initiator),
        dialled_(dials_ ? part(wanted.view()) : P::digest(key)) {}
  Status step(bytes in, Out& out) override {
    const auto status = turn_ == ended ? Status(Errc::invalid, "the handshake is over") : take(part(in), out);
    turn_ = status.ok() ? turn_ + 1 : ended;
    return status;
  }
  std::uint32_t established() const override { return stands_; }
  Status peer(Out& public_key) const override {
    return peer_.empty() ? Status(Errc::not_found, "nobody proved a key yet") : put(public_key, peer_);
  }
  Status seal(bytes plain, Out& record) override {
    if (!stands_) return {Errc::invalid, "the session does not stand"};
    if (plain.len > 256 * 1024) return {Errc::too_large, "a record over 256 KiB"};
    return put(record, boxed(part(plain)));
  }
  Status open(bytes record, Out& plain) override {
    if (!stands_) return {Errc::invalid, "the session does not stand"};
    Octets text;
    stands_ = unboxed(part(record), text);
    return stands_ ? put(plain, text) : Status(Errc::bad_signature, "not the next record");
  }
  void destroy() noexcept override { delete this; }

 private:
  static constexpr int ended = 9;
  static constexpr std::size_t tag_size = 32;
  Status take(const Octets& in, Out& out) {
    if (dials_) return turn_ == 0 ? put(out, pair_.share + tag(pair_.share)) : turn_ == 1 ? prove(in, out) : stand(in);
    return turn_ == 0 ? answer(in, out) : turn_ == 1 ? confirm(in, out) : Status(Errc::invalid, "the session stands");
  }
  Status answer(const Octets& in, Out& out) {
    if (in.size() != P::share_size + tag_size) return forged();
    const auto theirs = part(in, 0, P::share_size);
    if (!sdk::same(bytes::of(tag(theirs)), bytes::of(part(in, P::share_size))))
      return {Errc::refused, "somebody else was dialled"};
    if (!agree(theirs, theirs + pair_.share)) return forged();
    return put(out, pair_.share + boxed(key_ + P::sign(secret_, for_responder(said_by(key_)))));
  }
  Status prove(const Octets& in, Out& out) {
    if (in.size() < P::share_size) return forged();
    const auto theirs = part(in, 0, P::share_size);
    if (!agree(theirs, pair_.share + theirs) || !proven(part(in, P::share_size), for_responder)) return forged();
    return put(out, boxed(key_ + P::sign(secret_, for_initiator(said_by(key_)))));
  }
  Status confirm(const Octets& in, Out& out) {
    stands_ = proven(in, for_initiator);
    return stands_ ? put(out, boxed({})) : forged();
  }
  Status stand(const Octets& in) {
    Octets text;
    stands_ = turn_ == 2 && unboxed(in, text) && text.empty();
    return stands_ ? Status() : forged();
  }

  Status forged() const { return {Errc::bad_signature, "the handshake does not hold"}; }
  Octets tag(const Octets& share) const { return P::derive(dialled_, share); }
  Octets said_by(const Octets& key) const { return shares_ + key + dialled_; }
  bool agree(const Octets& theirs, const Octets& shares) {
    Secret shared;
    if (!P::agree(pair_.secret, theirs, shared)) return false;
    shares_ = shares;
    const auto forth = P::derive(shared, for_initiator(shares)), back = P::derive(shared, for_responder(shares));
    sealing_ = dials_ ? forth : back, opening_ = dials_ ? back : forth;
    return true;
  }
  /// Whether a box shows a key other than mine, the one that was dialled if I dialled, and a signature by it.
  bool proven(const Octets& box, Octets (*purpose)(const Octets&)) {
    Octets text;
    if (!unboxed(box, text) || text.size() != P::key_size + P::signature_size) return false;
    const auto key = part(text, 0, P::key_size);
    if (key == key_ || !P::is_key(key) || (dials_ && P::digest(key) != dialled_)) return false;
    if (!P::holds(key, purpose(said_by(key)), part(text, P::key_size))) return false;
    peer_ = key;
    return true;
  }
  Octets boxed(const Octets& text) { return P::box(sealing_, sealed_++, text); }
  bool unboxed(const Octets& box, Octets& text) { return P::unbox(opening_, opened_++, box, text); }

  const Octets key_;
  const Secret secret_;
  const bool dials_;
  const Octets dialled_;  // the id of R
  const Pair pair_ = P::pair();
  Octets shares_, peer_;
  Secret sealing_, opening_;
  std::uint64_t sealed_ = 0, opened_ = 0;
  int turn_ = 0;
  bool stands_ = false;
};

}  // namespace p2pchat::kit
