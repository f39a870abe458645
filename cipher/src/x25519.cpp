// SPDX-License-Identifier: MIT
#include "cipher/x25519.hpp"

#include "cipher/openssl.hpp"

namespace p2pchat::cipher {
namespace {

Key secret_key(const Secret<32>& secret) {
  return Key(require(EVP_PKEY_new_raw_private_key_ex(nullptr, "X25519", nullptr, secret.data(), secret.size()),
                     "taking an X25519 secret"));
}

}  // namespace

X25519Pair make_x25519() {
  Secret<32> secret;
  fill_random(secret.data(), secret.size());
  return x25519_pair(secret);
}

X25519Pair x25519_pair(const Secret<32>& secret) {
  X25519Pair pair{secret, {}};
  std::size_t length = pair.share.size();
  require(EVP_PKEY_get_raw_public_key(secret_key(secret).get(), pair.share.data(), &length), "making an X25519 share");
  return pair;
}

std::optional<Secret<32>> x25519(const Secret<32>& secret, bytes share) {
  if (share.len != 32) return std::nullopt;
  const auto mine = secret_key(secret);
  const Key theirs(require(EVP_PKEY_new_raw_public_key_ex(nullptr, "X25519", nullptr, share.ptr, share.len),
                           "taking an X25519 share"));
  const KeyContext context(require(EVP_PKEY_CTX_new_from_pkey(nullptr, mine.get(), nullptr), "preparing X25519"));
  require(EVP_PKEY_derive_init(context.get()), "preparing X25519");
  // No check of the peer: any 32 octets are a share, and a zero result is refused below by `derive`.
  require(EVP_PKEY_derive_set_peer_ex(context.get(), theirs.get(), 0), "preparing X25519");
  Secret<32> shared;
  std::size_t length = shared.size();
  if (!succeeded(EVP_PKEY_derive(context.get(), shared.data(), &length))) return std::nullopt;
  return shared;
}

}  // namespace p2pchat::cipher
