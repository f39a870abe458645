// SPDX-License-Identifier: MIT
#include "cipher/agreement.hpp"

#include "cipher/delegation.hpp"
#include "cipher/hkdf.hpp"

#include <algorithm>

namespace p2pchat::cipher {
namespace {

using namespace std::string_view_literals;

std::optional<bytes> share_in(const Scheme& scheme, bytes other) {
  if (other.len == sizeof(Share)) return other;
  const auto delegation = parse_delegation(scheme, other);
  return delegation ? std::optional(delegation->share) : std::nullopt;
}

}  // namespace

SecretOctets agreement_secret(const X25519Pair& pair) {
  SecretOctets out(pair.secret.data(), pair.secret.data() + pair.secret.size());
  out.insert(out.end(), pair.share.begin(), pair.share.end());
  return out;
}

Status agree(const Scheme& scheme, bytes secret, bytes other, bytes context, Secret<32>& key) {
  const auto theirs = share_in(scheme, other);
  if (secret.len != 64 || !theirs) return {Errc::malformed, "not a secret and a share of this suite"};
  Secret<32> mine;
  std::copy_n(secret.ptr, mine.size(), mine.data());
  const auto shared = x25519(mine, *theirs);
  if (!shared) return {Errc::bad_signature, "a share that makes every key the same"};
  auto first = slice(secret, 32, 32), second = *theirs;
  if (std::memcmp(first.ptr, second.ptr, 32) > 0) std::swap(first, second);
  const auto& algorithms = *scheme.algorithms();
  const auto extracted = hkdf_extract(algorithms, {}, view(*shared));
  key = hkdf_key(algorithms, view(extracted), {bytes::of("p2pchat/agree/1\0"sv), first, second, context});
  return {};
}

}  // namespace p2pchat::cipher
