// SPDX-License-Identifier: MIT
#include "cipher/delegation.hpp"

#include "cipher/purposes.hpp"
#include "cipher/work.hpp"

namespace p2pchat::cipher {
namespace {

using namespace std::string_view_literals;
constexpr std::uint8_t delegation_version = 1;
constexpr std::size_t fixed_length = 1 + 2 + sizeof(Share) + 8 + 8;

Id work_seed(Sha256& hash, bytes head) { return hash.of({bytes::of("p2pchat/work/1\0"sv), head}); }

}  // namespace

std::optional<Delegation> parse_delegation(const Scheme& scheme, bytes delegation) {
  if (delegation.len < fixed_length) return std::nullopt;
  const auto both = delegation.len - fixed_length;
  Delegation found;
  Reader reader(delegation);
  const auto began = reader.number<std::uint8_t>();
  const auto size = reader.number<std::uint16_t>();
  found.key = reader.take(size);
  found.share = reader.take(sizeof(Share));
  found.expiry_ms = reader.number<std::uint64_t>();
  found.work = reader.number<std::uint64_t>();
  found.signature = reader.rest();
  if (!reader.whole() || began != delegation_version || scheme.compact_length(both) != size) return std::nullopt;
  found.vouched = slice(delegation, 0, delegation.len - found.signature.len);
  found.head = slice(found.vouched, 0, found.vouched.len - sizeof found.work);
  return found;
}

Octets make_delegation(const Scheme& scheme, const PrivateKey& key, const Share& share, std::uint64_t expiry_ms,
                       unsigned work_bits) {
  const auto compact = key.public_half().compact();
  Octets out;
  out.reserve(fixed_length + compact.len + key.public_half().signature_length());
  out.push_back(delegation_version);
  put(out, static_cast<std::uint16_t>(compact.len));
  put(out, compact);
  put(out, view(share));
  put(out, expiry_ms);
  Sha256 hash(*scheme.algorithms());
  put(out, find_work(hash, work_seed(hash, view(out)), work_bits));
  put(out, view(key.sign({bytes::of(purpose::delegation), view(out)})));
  return out;
}

Status check_delegation(const Scheme& scheme, bytes delegation, std::uint64_t now_ms, unsigned work_bits, Id& owner) {
  const auto found = parse_delegation(scheme, delegation);
  if (!found) return {Errc::malformed, "a delegation of no known form"};
  if (found->expiry_ms <= now_ms) return {Errc::expired, "the delegation's time is over"};
  if (found->expiry_ms - now_ms > longest_delegation_ms)
    return {Errc::malformed, "the delegation runs for more than 14 days"};
  Sha256 hash(*scheme.algorithms());
  if (!work_holds(hash, work_seed(hash, found->head), found->work, work_bits))
    return {Errc::bad_signature, "the delegation shows too little work"};
  const auto key = scheme.from_compact(found->key);
  if (!key) return {Errc::malformed, "a delegation by a key that is not acceptable"};
  if (!key->verify({bytes::of(purpose::delegation), found->vouched}, found->signature))
    return {Errc::bad_signature, "the delegation's signature does not hold"};
  owner = key->id();
  return {};
}

}  // namespace p2pchat::cipher
