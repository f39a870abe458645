// SPDX-License-Identifier: MIT
#include "support/contact_crypto.hpp"

namespace p2pchat::test {
namespace {

/// What `PlainCrypto` makes: mark, share, expiry, public key, signature.
constexpr std::size_t plain_delegation = 17 + 8 + 8 + 34 + 32;

}  // namespace

std::vector<std::uint8_t> ContactCrypto::padded(sdk::bytes delegation) {
  std::vector<std::uint8_t> longer(delegation.ptr, delegation.ptr + delegation.len);
  longer.resize(delegation_size_);
  return longer;
}

sdk::bytes ContactCrypto::cut(sdk::bytes delegation) const {
  return delegation.len == delegation_size_ ? sdk::bytes(delegation.ptr, plain_delegation) : delegation;
}

sdk::Status ContactCrypto::check(sdk::bytes delegation, std::uint64_t now_ms, sdk::Id& owner) {
  ++checks;
  return plain_.check(cut(delegation), now_ms, owner);
}

sdk::Status ContactCrypto::agree(sdk::bytes secret, sdk::bytes other, sdk::bytes context, sdk::Out& key) {
  return plain_.agree(secret, cut(other), context, key);
}

}  // namespace p2pchat::test
