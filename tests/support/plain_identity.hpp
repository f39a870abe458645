// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>
#include <p2pchat/identity.hpp>

#include <string>
#include <vector>

namespace p2pchat::test {

/// `Identity` over a key of any suite; every answer comes in the next step.
class PlainIdentity final : public sdk::Identity {
 public:
  /// Takes the key over.
  PlainIdentity(sdk::Host& host, sdk::Crypto& crypto, sdk::SecretKey* key) : host_(host), key_(key) {
    sdk::OutTo out(public_key_);
    (void)key_->public_key(out);
    (void)crypto.identify(public_key_, id_);
  }
  PlainIdentity(const PlainIdentity&) = delete;
  ~PlainIdentity() { key_->destroy(); }
  const sdk::Id& id() const { return id_; }
  sdk::bytes public_key() const { return public_key_; }
  sdk::SecretKey& key() { return *key_; }

  void self(sdk::Fn<void(const sdk::Status&, const sdk::Id&, sdk::bytes)>&& done) noexcept override {
    host_.post([this, done = std::move(done)] { done({}, id_, public_key_); });
  }
  void sign(sdk::bytes message, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept override {
    std::vector<std::uint8_t> signature;
    sdk::OutTo out(signature);
    const auto status = key_->sign(message, out);
    host_.post([status, signature, done = std::move(done)] { done(status, signature); });
  }
  void open(sdk::bytes aad, sdk::bytes sealed, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept override {
    std::vector<std::uint8_t> plain;
    sdk::OutTo out(plain);
    const auto status = key_->open(aad, sealed, out);
    host_.post([status, plain, done = std::move(done)] { done(status, plain); });
  }
  void delegate(std::uint64_t, sdk::Fn<void(const sdk::Status&, sdk::bytes, sdk::bytes)>&& done) noexcept override {
    host_.post([done = std::move(done)] { done({sdk::Errc::unsupported, "no delegations here"}, {}, {}); });
  }

 private:
  sdk::Host& host_;
  sdk::SecretKey* key_;
  std::vector<std::uint8_t> public_key_;
  sdk::Id id_;
};

}  // namespace p2pchat::test
