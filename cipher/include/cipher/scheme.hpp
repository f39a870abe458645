// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/algorithms.hpp"
#include "cipher/private_key.hpp"

namespace p2pchat::cipher {

/// What makes one suite another: its number, its cipher and its kind of identity key. Immutable. Thread: [any].
class Scheme {
 public:
  /// `number` as in `suite_numbers.hpp`; `aead` as OpenSSL calls it.
  Scheme(std::uint16_t number, const char* aead) : number_(number), algorithms_(std::make_shared<Algorithms>(aead)) {}
  virtual ~Scheme() = default;
  std::uint16_t number() const { return number_; }
  const SharedAlgorithms& algorithms() const { return algorithms_; }

  /// What a public key must be, for who handed in something else.
  virtual const char* key_form() const = 0;
  /// Makes a key.
  virtual SharedPrivateKey generate() const = 0;
  /// Takes a key from outside; null and `why` when it is not of this kind, or damaged.
  virtual SharedPrivateKey adopt(Key key, Status& why) const = 0;
  /// Reads an SPKI; null when it is not acceptable.
  virtual SharedPublicKey from_spki(bytes spki) const = 0;
  /// Takes a key in its compact form; null when it is not acceptable.
  virtual SharedPublicKey from_compact(bytes compact) const = 0;
  /// Octets of a compact key, given those of it and one signature of it together; nothing when no key has such.
  virtual std::optional<std::size_t> compact_length(std::size_t with_signature) const = 0;

 private:
  std::uint16_t number_;
  SharedAlgorithms algorithms_;
};

/// Shared by the suite, its keys and their sessions.
using SharedScheme = std::shared_ptr<const Scheme>;

}  // namespace p2pchat::cipher
