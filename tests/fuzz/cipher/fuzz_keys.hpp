// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/key_file.hpp"
#include "ed25519_scheme.hpp"
#include "rsa_scheme.hpp"
#include "support/test_keys.hpp"

#include <array>
#include <cstdlib>

namespace p2pchat::test {

/// A scheme with two keys, made once, since making them costs more than a run.
struct FuzzKeys {
  cipher::SharedScheme scheme;
  cipher::SharedPrivateKey mine, other;
};

inline FuzzKeys keys_of(cipher::SharedScheme scheme, const std::string& mine, const std::string& other) {
  sdk::Status why;
  return {scheme, cipher::read_key_file(*scheme, sdk::bytes::of(mine), "", why),
          cipher::read_key_file(*scheme, sdk::bytes::of(other), "", why)};
}

inline const std::array<FuzzKeys, 2>& fuzz_keys() {
  static const std::array keys{
      keys_of(std::make_shared<cipher::rsa_aes::RsaScheme>(), key_file(0), key_file(1)),
      keys_of(std::make_shared<cipher::ed25519::Ed25519Scheme>(), ed25519_key_file(0), ed25519_key_file(1))};
  return keys;
}

/// A claim that must hold for every input.
inline void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace p2pchat::test
