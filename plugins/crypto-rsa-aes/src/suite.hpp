// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/suite_of.hpp"

namespace p2pchat::cipher::rsa_aes {

/// The suite: RSA (PSS, OAEP), X25519, AES-256-GCM, SHA-256. `docs/protocol` has every octet of it.
///
/// Setting: `bits` of a new key (2048, 3072, 4096; 2048). Thread: [any].
class Suite final : public SuiteOf<Suite> {
 public:
  using SuiteOf::SuiteOf;
  sdk::str suite() const override { return "rsa-aes/1"; }
  /// Errors: `invalid`, naming the setting.
  SharedScheme scheme(Status& why);
};

}  // namespace p2pchat::cipher::rsa_aes
