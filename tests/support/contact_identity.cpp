// SPDX-License-Identifier: MIT
#include "support/contact_identity.hpp"

namespace p2pchat::test {

ContactIdentity::ContactIdentity(VirtualHost& host, ContactCrypto& crypto) : host_(host), crypto_(crypto) {
  sdk::Status why;
  key_ = crypto.generate(why);
  sdk::OutTo out(public_key_);
  if (!key_->public_key(out).ok() || !crypto.identify(public_key_, id_).ok()) throw "the plain suite made no key";
}

void ContactIdentity::self(sdk::Fn<void(const sdk::Status&, const sdk::Id&, sdk::bytes)>&& done) noexcept {
  host_.after(self_ms, [this, done = std::move(done)] { done({}, id_, public_key_); });
}

void ContactIdentity::sign(sdk::bytes message, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept {
  std::vector<std::uint8_t> signature;
  sdk::OutTo out(signature);
  const auto status = key_->sign(message, out);
  host_.post([status, signature = std::move(signature), done = std::move(done)] { done(status, signature); });
}

void ContactIdentity::delegate(std::uint64_t expiry_ms,
                               sdk::Fn<void(const sdk::Status&, sdk::bytes, sdk::bytes)>&& done) noexcept {
  host_.after(delegation_ms, [this, expiry_ms, done = std::move(done)] {
    std::vector<std::uint8_t> secret, delegation;
    sdk::OutTo secret_out(secret), delegation_out(delegation);
    const auto status = key_->delegate(expiry_ms, secret_out, delegation_out);
    done(status, secret, crypto_.padded(delegation));
  });
}

}  // namespace p2pchat::test
