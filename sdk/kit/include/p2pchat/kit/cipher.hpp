// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/kit/signing_key.hpp>
#include <p2pchat/plugin.hpp>

#include <algorithm>

namespace p2pchat::kit {

/// A whole cipher suite over some primitives: `struct Mine final : CipherOf<Mine, MyPrimitives>`. It signs messages one
/// by one; a contact key costs no work to make; its wire form is its own. Nobody but the author vouches for the
/// primitives.
template <class Self, Primitives P>
struct CipherOf : sdk::PluginOf<Self, sdk::Crypto> {
  using sdk::PluginOf<Self, sdk::Crypto>::PluginOf;
  using Key = SigningKey<P>;

  sdk::str suite() const override { return std::string_view(P::suite); }
  sdk::SecretKey* generate(Status&) override { return new Key(P::new_secret()); }
  sdk::SecretKey* read(bytes file, sdk::str passphrase, Status& why) override {
    const auto whole = part(file);
    if (whole.size() != key_file_size<P>()) {
      why = {Errc::malformed, "not a key file of " + std::string(P::suite)};
      return nullptr;
    }
    Secret secret;
    if (P::unbox(file_key<P>(passphrase, part(whole, 0, 16)), 0, part(whole, 16), secret)) return new Key(secret);
    why = {Errc::refused, "another passphrase, or a damaged key file"};
    return nullptr;
  }
  Status digest(bytes data, Id& id) override {
    std::ranges::copy(P::digest(part(data)), id.b);
    return {};
  }
  Status identify(bytes public_key, Id& id) override { return is_key(public_key) ? digest(public_key, id) : no_key(); }
  Status verify(bytes public_key, bytes message, bytes signature) override {
    if (!is_key(public_key)) return no_key();
    return holds(part(public_key), for_message(part(message)), part(signature)) ? Status() : forged();
  }
  Status seal(bytes public_key, bytes aad, bytes plain, Out& sealed) override {
    if (!is_key(public_key)) return no_key();
    if (plain.len > 64 * 1024) return {Errc::too_large, "over 64 KiB for somebody absent"};
    return put(sealed, P::seal(part(public_key), P::digest(part(aad)) + part(plain)));
  }
  Status check(bytes delegation, std::uint64_t now_ms, Id& owner) override {
    using Form = Delegation<P>;
    if (delegation.len != Form::size) return {Errc::malformed, "a contact key of another size"};
    const auto head = part(delegation, 0, Form::head), key = part(head, 0, P::key_size);
    const auto expiry_ms = number_in(part(head, Form::head - 8));
    if (expiry_ms <= now_ms) return {Errc::expired, "the time of a contact key is over"};
    if (expiry_ms - now_ms > longest_ms) return {Errc::malformed, "a contact key for over 14 days"};
    if (!P::is_key(key)) return no_key();
    return holds(key, for_contact(head), part(delegation, Form::head)) ? digest(bytes::of(key), owner) : forged();
  }
  Status ephemeral(Out& secret, Out& share) override {
    const auto pair = P::pair();
    const auto status = put(secret, pair.secret + pair.share);
    return status.ok() ? put(share, pair.share) : status;
  }
  Status agree(bytes secret, bytes other, bytes context, Out& key) override {
    const bool is_delegation = other.len == Delegation<P>::size;
    if (secret.len <= P::share_size || (other.len != P::share_size && !is_delegation)) return no_share();
    const auto own = secret.len - P::share_size;
    const auto mine = part(secret, own), theirs = part(other, is_delegation ? P::key_size : 0, P::share_size);
    Secret shared;
    if (!P::agree(Secret(part(secret, 0, own)), theirs, shared)) return no_share();
    return put(key, P::derive(shared, for_contact(std::min(mine, theirs) + std::max(mine, theirs) + part(context))));
  }
  Status mac(bytes key, bytes message, Out& tag) override {
    if (key.len != 32) return {Errc::malformed, "not a key of an agreement"};
    return put(tag, part(P::derive(Secret(part(key)), for_message(part(message))), 0, 16));
  }

 private:
  static constexpr std::uint64_t longest_ms = 14ull * 24 * 3600 * 1000;
  static bool is_key(bytes key) { return key.len == P::key_size && P::is_key(part(key)); }
  static bool holds(const Octets& key, const Octets& text, const Octets& signature) {
    return signature.size() == P::signature_size && P::holds(key, text, signature);
  }
  static Status no_key() { return {Errc::malformed, "not a public key of " + std::string(P::suite)}; }
  static Status no_share() { return {Errc::malformed, "not a share of " + std::string(P::suite)}; }
  static Status forged() { return {Errc::bad_signature, "the signature does not hold"}; }
};

}  // namespace p2pchat::kit
