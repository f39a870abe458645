// SPDX-License-Identifier: MIT
#include "routing/contact_key.hpp"

#include <algorithm>

namespace p2pchat::routing {
namespace {

constexpr std::uint64_t hour_ms = 3'600'000, lifetime_ms = 24 * hour_ms, renewal_ms = 6 * hour_ms,
                        most_pause_ms = 64'000;

void erase(Octets& secret) {
  volatile std::uint8_t* at = secret.data();
  for (std::size_t i = 0; i < secret.size(); ++i) at[i] = 0;
  secret.clear();
}

}  // namespace

Octets mark_of(sdk::Crypto& crypto, sdk::bytes delegation) {
  Id digest;
  if (!crypto.digest(delegation, digest).ok()) return {};
  return {digest.b, digest.b + 8};
}

void ContactKey::start(std::function<void()> ready) {
  ready_ = std::move(ready);
  renew_if_due();
}

void ContactKey::renew_if_due() {
  const auto now_ms = host_.now_ms();
  const bool fits = is_ready() && now_ms + renewal_ms < expiry_ms_ && expiry_ms_ <= now_ms + lifetime_ms;
  if (fits || is_making_) return;
  is_making_ = true;
  const auto expiry_ms = now_ms + lifetime_ms;
  identity_.delegate(expiry_ms, [this, expiry_ms](const sdk::Status& status, sdk::bytes secret, sdk::bytes delegation) {
    take(status, expiry_ms, secret, delegation);
  });
}

void ContactKey::take(const sdk::Status& status, std::uint64_t expiry_ms, sdk::bytes secret, sdk::bytes delegation) {
  if (!status.ok()) {
    host_.log(sdk::Level::warn,
              std::string("no contact key, so nobody can find this node; trying again: ") + status.text);
    host_.after(pause_ms_, [this] {
      is_making_ = false;
      renew_if_due();
    });
    pause_ms_ = std::min(2 * pause_ms_, most_pause_ms);
    return;
  }
  is_making_ = false;
  pause_ms_ = least_pause_ms;
  erase(secret_);
  secret_.assign(secret.ptr, secret.ptr + secret.len);
  delegation_.assign(delegation.ptr, delegation.ptr + delegation.len);
  mark_ = mark_of(crypto_, delegation_);
  expiry_ms_ = expiry_ms;
  if (ready_) ready_();
}

std::optional<Octets> ContactKey::agree(sdk::bytes share, sdk::bytes context) const {
  Octets key;
  sdk::OutTo out(key);
  if (!crypto_.agree(secret_, share, context, out).ok()) return std::nullopt;
  return key;
}

}  // namespace p2pchat::routing
