// SPDX-License-Identifier: MIT
#include "delegation.hpp"

#include "purposes.hpp"
#include "spki.hpp"
#include "work.hpp"

namespace p2pchat::rsa_aes {
namespace {

using namespace std::string_view_literals;
constexpr std::uint8_t version = 1;

Id work_seed(Sha256& hash, bytes head) { return hash.of({bytes::of("p2pchat/work/1\0"sv), head}); }

}  // namespace

std::optional<Delegation> parse_delegation(bytes delegation) {
  Delegation found;
  Reader reader(delegation);
  const auto began = reader.number<std::uint8_t>();
  const auto size = reader.number<std::uint16_t>();
  found.modulus = reader.take(size);
  found.share = reader.take(sizeof(Share));
  found.expiry_ms = reader.number<std::uint64_t>();
  found.work = reader.number<std::uint64_t>();
  found.signature = reader.take(size);
  if (!reader.whole() || began != version || !acceptable_modulus(found.modulus)) return std::nullopt;
  found.vouched = slice(delegation, 0, delegation.len - size);
  found.head = slice(found.vouched, 0, found.vouched.len - sizeof found.work);
  return found;
}

Octets make_delegation(const Algorithms& algorithms, const PrivateKey& key, const Share& share, std::uint64_t expiry_ms,
                       unsigned work_bits) {
  const auto modulus = key.public_half().modulus();
  Octets out;
  out.reserve(64 + 2 * modulus.len);
  out.push_back(version);
  put(out, static_cast<std::uint16_t>(modulus.len));
  put(out, modulus);
  put(out, view(share));
  put(out, expiry_ms);
  Sha256 hash(algorithms);
  put(out, find_work(hash, work_seed(hash, view(out)), work_bits));
  put(out, view(key.sign({bytes::of(purpose::delegation), view(out)})));
  return out;
}

Status check_delegation(const SharedAlgorithms& algorithms, bytes delegation, std::uint64_t now_ms, unsigned work_bits,
                        Id& owner) {
  const auto found = parse_delegation(delegation);
  if (!found) return {Errc::malformed, "a delegation of no known form"};
  if (found->expiry_ms <= now_ms) return {Errc::expired, "the delegation's time is over"};
  if (found->expiry_ms - now_ms > longest_delegation_ms)
    return {Errc::malformed, "the delegation runs for more than 14 days"};
  Sha256 hash(*algorithms);
  if (!work_holds(hash, work_seed(hash, found->head), found->work, work_bits))
    return {Errc::bad_signature, "the delegation shows too little work"};
  const auto key = PublicKey::from_modulus(algorithms, found->modulus);
  if (!key->verify({bytes::of(purpose::delegation), found->vouched}, found->signature))
    return {Errc::bad_signature, "the delegation's signature does not hold"};
  owner = key->id();
  return {};
}

}  // namespace p2pchat::rsa_aes
