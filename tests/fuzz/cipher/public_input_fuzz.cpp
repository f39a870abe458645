// SPDX-License-Identifier: MIT
#include "cipher/agreement.hpp"
#include "cipher/delegation.hpp"
#include "cipher/sealed_box.hpp"
#include "cipher/signature_checker.hpp"
#include "fuzz_keys.hpp"

#include <p2pchat/crypto.hpp>

using namespace p2pchat;
using namespace p2pchat::cipher;

namespace {

void take(const test::FuzzKeys& keys, bytes input) {
  const auto& scheme = *keys.scheme;
  if (const auto key = scheme.from_spki(input)) {
    test::must(sdk::same(key->spki(), input));
    test::must(scheme.from_compact(key->compact())->id() == key->id());
    test::must(key->carry(bytes::of("label")).text.size() == key->carried_length());
  }
  SignatureChecker checker(scheme.algorithms());
  test::must(!checker.check(keys.mine->public_half(), bytes::of("what was never signed"), input).ok());
  Id owner;
  constexpr std::uint64_t now = 1'763'923'200'000;
  if (const auto delegation = parse_delegation(scheme, input))
    (void)check_delegation(scheme, input, delegation->expiry_ms - 1, 0, owner);
  if (check_delegation(scheme, input, now, 0, owner).ok()) test::must(parse_delegation(scheme, input).has_value());
  Secret<32> agreed;
  const auto mine = agreement_secret(x25519_pair(Secret<32>()));
  (void)agree(scheme, view(mine), input, input, agreed);
  (void)agree(scheme, input, view(Octets(32, 9)), {}, agreed);
  if (input.len < 4096) test::must(!open_box(scheme, *keys.mine, bytes::of("a heading never used"), input));
}

}  // namespace

/// What strangers hand us without a session: public keys, signatures, delegations, shares, boxes. None crashes, and
/// what is taken apart is put together again octet for octet.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const auto& keys : test::fuzz_keys()) take(keys, {data, size});
  return 0;
}
