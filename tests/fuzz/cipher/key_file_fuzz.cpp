// SPDX-License-Identifier: MIT
#include "cipher/suite_numbers.hpp"
#include "fuzz_keys.hpp"
#include "key_numbers.hpp"

using namespace p2pchat;

/// A key file of any octets is a key that works or a reason; with a passphrase likewise, within bounded work.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const auto& keys : test::fuzz_keys()) {
    sdk::Status why;
    const auto key = cipher::read_key_file(*keys.scheme, {data, size}, "", why);
    test::must((key != nullptr) == why.ok());
    if (key && keys.scheme->number() == cipher::rsa_aes_number)
      test::must(cipher::rsa_aes::numbers_agree(key->handle()));
    cipher::read_key_file(*keys.scheme, {data, size}, "correct horse", why);
  }
  return 0;
}
