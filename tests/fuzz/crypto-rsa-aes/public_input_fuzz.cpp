// SPDX-License-Identifier: MIT
#include "agreement.hpp"
#include "delegation.hpp"
#include "fuzz_keys.hpp"
#include "sealed_box.hpp"
#include "signature_checker.hpp"
#include "spki.hpp"

#include <p2pchat/crypto.hpp>

using namespace p2pchat;
using namespace p2pchat::rsa_aes;

/// What strangers hand us without a session: public keys, signatures, delegations, shares, boxes. None crashes, and
/// what is taken apart is put together again octet for octet.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto& keys = test::fuzz_keys();
  const bytes input(data, size);
  if (const auto modulus = modulus_of(input)) test::must(sdk::same(view(spki_of(*modulus)), input));
  SignatureChecker checker(keys.algorithms);
  test::must(!checker.check(keys.mine->public_half(), sdk::bytes::of("what was never signed"), input).ok());
  Id owner;
  constexpr std::uint64_t now = 1'763'923'200'000;
  if (const auto delegation = parse_delegation(input))
    (void)check_delegation(keys.algorithms, input, delegation->expiry_ms - 1, 0, owner);
  if (check_delegation(keys.algorithms, input, now, 0, owner).ok()) test::must(parse_delegation(input).has_value());
  Secret<32> agreed;
  const auto mine = agreement_secret(x25519_pair(Secret<32>()));
  (void)agree(*keys.algorithms, view(mine), input, input, agreed);
  (void)agree(*keys.algorithms, input, view(Octets(32, 9)), {}, agreed);
  if (size < 4096) test::must(!open_box(*keys.algorithms, *keys.mine, sdk::bytes::of("a heading never used"), input));
  return 0;
}
