// SPDX-License-Identifier: MIT
#pragma once
#include "ed25519_scheme.hpp"
#include "rsa_scheme.hpp"
#include "support/test_keys.hpp"
#include "unit/cipher/fixture.hpp"

#include <functional>

namespace p2pchat::test {

/// One scheme and where its test keys are; printed as its name. What is said here of octets is the description's.
struct SchemeUnderTest {
  std::string name;
  std::function<cipher::SharedScheme()> make;
  std::function<std::string(unsigned)> key_file;
  std::size_t reply = 0, proof = 0, delegation = 0, carried = 0;
};
inline void PrintTo(const SchemeUnderTest& scheme, std::ostream* out) { *out << scheme.name; }

/// A test of what all schemes have in common.
class OfEveryScheme : public testing::TestWithParam<SchemeUnderTest>, protected KeysOf {
 protected:
  OfEveryScheme() : KeysOf(GetParam().make()) {}
  cipher::SharedPrivateKey key(unsigned index) const { return read(GetParam().key_file(index)); }
};

inline const SchemeUnderTest rsa_under_test{"RsaAes",
                                            [] { return std::make_shared<cipher::rsa_aes::RsaScheme>(); },
                                            [](unsigned index) { return key_file(index); },
                                            630,
                                            820,
                                            563,
                                            256};
inline const SchemeUnderTest ed25519_under_test{
    "Ed25519", [] { return std::make_shared<cipher::ed25519::Ed25519Scheme>(); }, ed25519_key_file, 214, 180, 147, 32};
inline const auto every_scheme = testing::Values(rsa_under_test, ed25519_under_test);
inline const auto name_of_scheme = [](const auto& each) { return each.param.name; };

}  // namespace p2pchat::test
