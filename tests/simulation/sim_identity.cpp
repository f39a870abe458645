// SPDX-License-Identifier: MIT
#include "sim_identity.hpp"

#include <stdexcept>

namespace p2pchat::simulation {
namespace {

constexpr std::uint64_t delegation_ms = 1'000;
using Octets = std::vector<std::uint8_t>;

}  // namespace

SimIdentity::SimIdentity(SimHost& host, SimCrypto& crypto, Octets& key_file) : host_(host) {
  sdk::Status why;
  key_ = key_file.empty() ? crypto.generate(why) : crypto.read(key_file, {}, why);
  if (!key_) throw std::runtime_error(why.text);
  sdk::OutTo file(key_file), key(public_key_);
  if (key_file.empty()) why = key_->write({}, file);
  if (!why.ok() || !key_->public_key(key).ok() || !crypto.identify(public_key_, id_).ok())
    throw std::runtime_error("the plain suite made no key");
}

void SimIdentity::self(sdk::Fn<void(const sdk::Status&, const sdk::Id&, sdk::bytes)>&& done) noexcept {
  host_.post([this, done = std::move(done)] { done({}, id_, public_key_); });
}

void SimIdentity::sign(sdk::bytes message, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept {
  Octets signature;
  sdk::OutTo out(signature);
  const auto status = key_->sign(message, out);
  host_.post([status, signature = std::move(signature), done = std::move(done)] { done(status, signature); });
}

void SimIdentity::open(sdk::bytes aad, sdk::bytes sealed,
                       sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept {
  Octets plain;
  sdk::OutTo out(plain);
  const auto status = key_->open(aad, sealed, out);
  host_.post([status, plain = std::move(plain), done = std::move(done)] { done(status, plain); });
}

void SimIdentity::delegate(std::uint64_t expiry_ms,
                           sdk::Fn<void(const sdk::Status&, sdk::bytes, sdk::bytes)>&& done) noexcept {
  host_.after(delegation_ms, [this, expiry_ms, done = std::move(done)] {
    Octets secret, delegation;
    sdk::OutTo secret_out(secret), delegation_out(delegation);
    const auto status = key_->delegate(expiry_ms, secret_out, delegation_out);
    done(status, secret, delegation);
  });
}

}  // namespace p2pchat::simulation
