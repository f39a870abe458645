// SPDX-License-Identifier: MIT
#pragma once
#include "oaep.hpp"
#include "rsa_scheme.hpp"
#include "support/test_keys.hpp"
#include "unit/cipher/fixture.hpp"

namespace p2pchat::test {

/// RSA test keys, ready for use.
class WithKeys : public testing::Test, protected KeysOf {
 protected:
  WithKeys() : KeysOf(std::make_shared<cipher::rsa_aes::RsaScheme>()) {}
  cipher::SharedPrivateKey key(unsigned index, unsigned bits = 2048) const { return read(key_file(index, bits)); }
};

}  // namespace p2pchat::test
