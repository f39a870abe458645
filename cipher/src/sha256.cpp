// SPDX-License-Identifier: MIT
#include "cipher/sha256.hpp"

namespace p2pchat::cipher {

Sha256::Sha256(const Algorithms& algorithms)
    : algorithms_(algorithms), context_(require(EVP_MD_CTX_new(), "making a hash context")) {}

Id Sha256::of(std::initializer_list<bytes> parts) {
  require(EVP_DigestInit_ex2(context_.get(), algorithms_.sha256.get(), nullptr), "beginning SHA-256");
  for (const auto& part : parts) require(EVP_DigestUpdate(context_.get(), part.ptr, part.len), "hashing");
  Id id;
  require(EVP_DigestFinal_ex(context_.get(), id.b, nullptr), "ending SHA-256");
  return id;
}

}  // namespace p2pchat::cipher
