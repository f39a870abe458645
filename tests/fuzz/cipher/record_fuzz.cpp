// SPDX-License-Identifier: MIT
#include "cipher/record_cipher.hpp"
#include "fuzz_keys.hpp"

#include <p2pchat/crypto.hpp>

#include <algorithm>

using namespace p2pchat;
using namespace p2pchat::cipher;

namespace {

/// The input as a record is refused; laid over an honest one it is refused unless it changes nothing, and what opens is
/// what was sealed. Keys are replaced every four records.
void pass(const SharedAlgorithms& algorithms, const std::uint8_t* data, std::size_t size) {
  const RecordLimits limits{4, 1 << 16, 64};
  const Secret<32> secret;
  RecordSealer sealer(algorithms, secret, limits);
  RecordOpener opener(algorithms, secret, limits);
  const auto opens = [&](const Octets& record, Octets& plain) {
    sdk::OutTo out(plain);
    return opener.open(view(record), out).ok();
  };
  Octets nothing;
  test::must(!opens({data, data + size}, nothing));
  for (std::size_t at = 0, count = 0; at < size && count < 10; ++count) {
    const bytes plain(data + at, std::min<std::size_t>(size - at, data[at] + 1u));
    Octets record, opened;
    sdk::OutTo out(record);
    test::must(sealer.seal(plain, out).ok());
    auto changed = record;
    changed[data[at] % changed.size()] ^= static_cast<std::uint8_t>(data[at] | 1);
    Octets rubbish;
    test::must(!opens(changed, rubbish));
    test::must(opens(record, opened) && sdk::same(view(opened), plain));
    at += plain.len;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const auto& keys : test::fuzz_keys()) pass(keys.scheme->algorithms(), data, size);
  return 0;
}
