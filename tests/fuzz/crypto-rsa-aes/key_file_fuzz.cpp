// SPDX-License-Identifier: MIT
#include "fuzz_keys.hpp"
#include "key_numbers.hpp"

using namespace p2pchat;

/// A key file of any octets is a key that works or a reason; with a passphrase likewise, within bounded work.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto& algorithms = test::fuzz_keys().algorithms;
  sdk::Status why;
  const auto key = rsa_aes::read_key_file(algorithms, {data, size}, "", why);
  test::must((key != nullptr) == why.ok());
  if (key) test::must(rsa_aes::numbers_agree(key->handle()));
  rsa_aes::read_key_file(algorithms, {data, size}, "correct horse", why);
  return 0;
}
