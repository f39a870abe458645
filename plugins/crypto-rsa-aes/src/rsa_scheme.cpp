// SPDX-License-Identifier: MIT
#include "rsa_scheme.hpp"

#include "cipher/suite_numbers.hpp"
#include "rsa_private_key.hpp"
#include "spki.hpp"

namespace p2pchat::cipher::rsa_aes {

RsaScheme::RsaScheme(unsigned bits) : Scheme(rsa_aes_number, "AES-256-GCM"), bits_(bits) {}

const char* RsaScheme::key_form() const { return "a DER SubjectPublicKeyInfo of RSA 2048, 3072 or 4096, e = 65537"; }

SharedPrivateKey RsaScheme::generate() const { return RsaPrivateKey::generate(algorithms(), bits_); }

SharedPrivateKey RsaScheme::adopt(Key key, Status& why) const {
  return RsaPrivateKey::adopt(algorithms(), std::move(key), why);
}

SharedPublicKey RsaScheme::from_spki(bytes spki) const {
  const auto modulus = modulus_of(spki);
  return modulus ? std::make_shared<RsaPublicKey>(algorithms(), *modulus) : nullptr;
}

SharedPublicKey RsaScheme::from_compact(bytes modulus) const {
  return acceptable_modulus(modulus) ? std::make_shared<RsaPublicKey>(algorithms(), modulus) : nullptr;
}

std::optional<std::size_t> RsaScheme::compact_length(std::size_t with_signature) const {
  const auto half = with_signature / 2;  // a signature is as long as its modulus
  return with_signature % 2 == 0 && acceptable_size(half) ? std::optional(half) : std::nullopt;
}

}  // namespace p2pchat::cipher::rsa_aes
