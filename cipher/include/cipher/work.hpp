// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/sha256.hpp"

namespace p2pchat::cipher {

/// Hashcash: SHA-256(seed | u64 nonce) begins with `bits` zero bits. Ids can be ground by the million, since an Ed25519
/// key costs microseconds and nobody sees whether an RSA modulus has two large factors; this puts a price on each.
/// Limit: 64 bits.
bool work_holds(Sha256& hash, const Id& seed, std::uint64_t nonce, unsigned bits);

/// Finds a nonce: 2^bits hashes on average, 0.2 s at 20 bits.
std::uint64_t find_work(Sha256& hash, const Id& seed, unsigned bits);

}  // namespace p2pchat::cipher
