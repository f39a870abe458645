// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/kit/signed_session.hpp>

namespace p2pchat::kit {

/// What the file of a key is under: 32 octets of the passphrase and the salt. An empty one guards nothing, so it is
/// quick.
template <Primitives P>
Secret file_key(sdk::str passphrase, const Octets& salt) {
  return passphrase.len == 0 ? P::digest(salt) : P::stretch(passphrase, salt);
}

/// The file of a key: {16 octets of salt | box of the secret}.
template <Primitives P>
Octets key_file(const Secret& secret, sdk::str passphrase) {
  const auto salt = P::random(16);
  return salt + P::box(file_key<P>(passphrase, salt), 0, secret);
}
/// Its size, with any passphrase.
template <Primitives P>
std::size_t key_file_size() {
  return 16 + P::box(Octets(32, 0), 0, Octets(P::secret_size, 0)).size();
}

/// A contact key: {key | share | eight octets of expiry | signature}.
template <Primitives P>
struct Delegation {
  static constexpr std::size_t head = P::key_size + P::share_size + 8, size = head + P::signature_size;
  static Octets of(const Secret& secret, const Octets& share, std::uint64_t expiry_ms) {
    const auto text = P::key_of(secret) + share + octets_of(expiry_ms);
    return text + P::sign(secret, for_contact(text));
  }
};

/// A secret key in memory.
template <Primitives P>
class SigningKey final : public sdk::SecretKey {
 public:
  explicit SigningKey(const Secret& secret) : secret_(secret), key_(P::key_of(secret)) {}
  Status public_key(Out& out) const override { return put(out, key_); }
  Status sign(bytes message, Out& signature) override { return put(signature, signature_of(message)); }
  Status sign_all(const bytes* messages, std::uint32_t count,
                  const sdk::Fn<void(std::uint32_t, bytes)>& each) override {
    if (count > 512) return {Errc::too_large, "over 512 messages at once"};
    for (std::uint32_t i = 0; i < count; ++i) each(i, bytes::of(signature_of(messages[i])));
    return {};
  }
  Status open(bytes aad, bytes sealed, Out& plain) override {
    Octets text;
    const auto about = P::digest(part(aad));
    const bool holds = P::open(secret_, part(sealed), text) && text.starts_with(about);
    return holds ? put(plain, part(text, about.size())) : Status(Errc::bad_signature, "not sealed to this key");
  }
  sdk::Session* session(sdk::Role role, const Id& wanted) override {
    return new SignedSession<P>(key_, secret_, role, wanted);
  }
  Status delegate(std::uint64_t expiry_ms, Out& secret, Out& delegation) override {
    const auto pair = P::pair();
    const auto status = put(secret, pair.secret + pair.share);
    return status.ok() ? put(delegation, Delegation<P>::of(secret_, pair.share, expiry_ms)) : status;
  }
  Status write(sdk::str passphrase, Out& file) const override { return put(file, key_file<P>(secret_, passphrase)); }
  void destroy() noexcept override { delete this; }

 private:
  Octets signature_of(bytes message) const { return P::sign(secret_, for_message(part(message))); }
  const Secret secret_;
  const Octets key_;
};

}  // namespace p2pchat::kit
