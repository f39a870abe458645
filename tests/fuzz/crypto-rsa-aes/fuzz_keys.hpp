// SPDX-License-Identifier: MIT
#pragma once
#include "key_file.hpp"
#include "support/test_keys.hpp"

#include <cstdlib>

namespace p2pchat::test {

/// What every run shares: made once, since making it costs more than a run.
struct FuzzKeys {
  rsa_aes::SharedAlgorithms algorithms = std::make_shared<rsa_aes::Algorithms>();
  rsa_aes::SharedPrivateKey mine = key(0), other = key(1);

  rsa_aes::SharedPrivateKey key(unsigned index) const {
    sdk::Status why;
    return rsa_aes::read_key_file(algorithms, sdk::bytes::of(key_file(index)), "", why);
  }
};

inline const FuzzKeys& fuzz_keys() {
  static const FuzzKeys keys;
  return keys;
}

/// A claim that must hold for every input.
inline void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace p2pchat::test
