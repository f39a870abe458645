// SPDX-License-Identifier: MIT
#include <p2pchat/kit/cipher.hpp>

#include <sodium.h>

#include <new>
#include <stdexcept>

using namespace p2pchat::kit;

namespace {

/// What libsodium gives: Ed25519, X25519, XSalsa20-Poly1305, BLAKE2b, Argon2id.
struct Sodium {
  static constexpr std::string_view suite = "sodium-cipher/1";
  static constexpr std::size_t secret_size = 64, key_size = 44, share_size = 32, signature_size = 64;
  /// RFC 8410: what stands before the 32 octets of an Ed25519 key.
  static constexpr std::string_view head{"\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00", 12};

  static Octets random(std::size_t n) {
    return made(n, [&](auto* out) { randombytes_buf(out, n); });
  }
  static Octets digest(const Octets& text) {
    return made(32, [&](auto* out) { crypto_hash_sha256(out, raw(text), text.size()); });
  }
  static Octets derive(const Octets& key, const Octets& text) {
    return made(32, [&](auto* out) { crypto_generichash(out, 32, raw(text), text.size(), raw(key), key.size()); });
  }
  static Octets stretch(p2pchat::sdk::str passphrase, const Octets& salt) {
    return made(32, [&](auto* out) {
      if (crypto_pwhash(out, 32, passphrase.ptr, passphrase.len, raw(salt), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    });
  }
  static Octets box(const Octets& key, std::uint64_t number, const Octets& text) {
    return made(text.size() + crypto_secretbox_MACBYTES,
                [&](auto* out) { crypto_secretbox_easy(out, raw(text), text.size(), raw(nonce(number)), raw(key)); });
  }
  static bool unbox(const Octets& key, std::uint64_t number, const Octets& box, Octets& text) {
    if (box.size() < crypto_secretbox_MACBYTES) return false;
    text.resize(box.size() - crypto_secretbox_MACBYTES);
    return crypto_secretbox_open_easy(raw(text), raw(box), box.size(), raw(nonce(number)), raw(key)) == 0;
  }

  static Octets new_secret() {
    Octets point(32, 0);
    return made(64, [&](auto* secret) { crypto_sign_keypair(raw(point), secret); });
  }
  static Octets key_of(const Octets& secret) { return Octets(head) + part(secret, 32); }
  static bool is_key(const Octets& key) {
    return key.size() == key_size && key.starts_with(head) && crypto_core_ed25519_is_valid_point(raw(key) + 12) == 1;
  }
  static Octets sign(const Octets& secret, const Octets& text) {
    return made(64, [&](auto* out) { crypto_sign_detached(out, nullptr, raw(text), text.size(), raw(secret)); });
  }
  static bool holds(const Octets& key, const Octets& text, const Octets& signature) {
    return crypto_sign_verify_detached(raw(signature), raw(text), text.size(), raw(key) + 12) == 0;
  }
  static Octets seal(const Octets& key, const Octets& text) {
    Octets share(32, 0);
    if (crypto_sign_ed25519_pk_to_curve25519(raw(share), raw(key) + 12) != 0)
      throw std::logic_error("a key that is none");
    return made(text.size() + crypto_box_SEALBYTES,
                [&](auto* out) { crypto_box_seal(out, raw(text), text.size(), raw(share)); });
  }
  static bool open(const Octets& secret, const Octets& sealed, Octets& text) {
    Secret mine(Octets(32, 0));
    Octets share(32, 0);
    crypto_sign_ed25519_sk_to_curve25519(raw(mine), raw(secret));
    crypto_scalarmult_base(raw(share), raw(mine));
    if (sealed.size() < crypto_box_SEALBYTES) return false;
    text.resize(sealed.size() - crypto_box_SEALBYTES);
    return crypto_box_seal_open(raw(text), raw(sealed), sealed.size(), raw(share), raw(mine)) == 0;
  }

  static Pair pair() {
    Pair made{Octets(32, 0), Octets(32, 0)};
    crypto_kx_keypair(raw(made.share), raw(made.secret));
    return made;
  }
  static bool agree(const Octets& secret, const Octets& share, Octets& both) {
    both.resize(32);
    return crypto_scalarmult(raw(both), raw(secret), raw(share)) == 0;
  }

 private:
  static Octets nonce(std::uint64_t number) { return Octets(crypto_secretbox_NONCEBYTES - 8, 0) + octets_of(number); }
};

}  // namespace

/// A cipher suite of libsodium.
struct SodiumCipher final : CipherOf<SodiumCipher, Sodium> {
  using CipherOf::CipherOf;
  Status start() override {
    return sodium_init() < 0 ? Status(Errc::internal, "libsodium does not start: no source of chance") : Status();
  }
};

P2PCHAT_PLUGIN(SodiumCipher, .id = "sodium-cipher", .name = "Cipher of libsodium", .version = "0.1.0", .license = "MIT")
