// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/kit/octets.hpp>

#include <concepts>

namespace p2pchat::kit {

/// A pair for an exchange of keys: `share` is shown to the other side.
struct Pair {
  Octets share;
  Secret secret;
};

/// What a cipher is made of, as static members of a struct; `CipherOf` makes a suite of them. All may be called from
/// any thread at the same time. What cannot be done (no memory, no chance) is thrown.
///
/// Sizes are in octets. `text` is anything, `key` a public key in its one form: the DER SubjectPublicKeyInfo.
template <class P>
concept Primitives = requires(const Octets& o, Octets& written, std::uint64_t number, std::size_t n, sdk::str word) {
  { P::suite } -> std::convertible_to<std::string_view>;  // the name of the suite, such as `mine/1`
  requires P::secret_size + P::key_size + P::share_size + P::signature_size > 0;  // std::size_t, of what is below

  { P::random(n) } -> std::same_as<Octets>;          // n octets of chance
  { P::digest(o) } -> std::same_as<Octets>;          // (text): SHA-256, whatever the suite
  { P::derive(o, o) } -> std::same_as<Octets>;       // (secret, text): 32 octets that nobody else can tell from chance
  { P::stretch(word, o) } -> std::same_as<Octets>;   // (passphrase, 16 octets of salt): 32 octets, slowly
  { P::box(o, number, o) } -> std::same_as<Octets>;  // (32 octets, number, text): sealed; a number comes once per key
  { P::unbox(o, number, o, written) } -> std::same_as<bool>;  // (the same, box, text): false when it does not hold

  { P::new_secret() } -> std::same_as<Octets>;  // the secret of a new identity
  { P::key_of(o) } -> std::same_as<Octets>;     // (secret): its public key
  { P::is_key(o) } -> std::same_as<bool>;       // (key): acceptable, and in its one form
  { P::sign(o, o) } -> std::same_as<Octets>;    // (secret, text): a signature
  { P::holds(o, o, o) } -> std::same_as<bool>;  // (acceptable key, text, signature)
  { P::seal(o, o) } -> std::same_as<Octets>;    // (acceptable key, text): only its owner can read and nobody change it
  { P::open(o, o, written) } -> std::same_as<bool>;  // (secret, sealed, text): false when it does not hold

  { P::pair() } -> std::same_as<Pair>;                // a new one
  { P::agree(o, o, written) } -> std::same_as<bool>;  // (secret, another's share, what both reach): false for a bad one
};

}  // namespace p2pchat::kit
