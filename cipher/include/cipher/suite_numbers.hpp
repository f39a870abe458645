// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/octets.hpp"

#include <string>

namespace p2pchat::cipher {

/// Suites by the number they have in handshakes and boxes, best first where there are several. 0xff00 and above are
/// for tests.
using SuiteNumbers = std::vector<std::uint16_t>;
inline constexpr std::uint16_t rsa_aes_number = 0x0001;  ///< RSA, X25519, AES-256-GCM
inline constexpr std::uint16_t ed25519_number = 0x0002;  ///< Ed25519, X25519, ChaCha20-Poly1305
inline constexpr std::size_t most_suites = 16;

/// Names them for a person, `rsa-aes, 0xff00`: at most four, then how many more.
std::string names_of(const SuiteNumbers& suites);

/// Why two could not agree on a suite, naming what each speaks.
Status no_common_suite(const SuiteNumbers& mine, const SuiteNumbers& theirs);

}  // namespace p2pchat::cipher
