// SPDX-License-Identifier: MIT
#include "pooled_identity.hpp"

#include "swarm.hpp"

namespace dht_benchmark {

using namespace p2pchat;

namespace {

constexpr std::uint64_t lifetime_ms = 24 * 3'600'000;

}  // namespace

PooledIdentity::PooledIdentity(sdk::Host& host, sdk::Crypto& crypto, sdk::SecretKey& key) : host_(host), key_(key) {
  sdk::OutTo public_key(public_key_), secret(secret_), delegation(delegation_);
  if (!key.public_key(public_key).ok() || !crypto.identify(public_key_, id_).ok() ||
      !key.delegate(host.now_ms() + lifetime_ms, secret, delegation).ok())
    give_up("a key makes no contact key");
}

void PooledIdentity::self(sdk::Fn<void(const sdk::Status&, const sdk::Id&, sdk::bytes)>&& done) noexcept {
  host_.post([this, done = std::move(done)] { done({}, id_, public_key_); });
}

void PooledIdentity::sign(sdk::bytes message, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept {
  host_.post([this, done = std::move(done), text = std::vector(message.ptr, message.ptr + message.len)] {
    std::vector<std::uint8_t> signature;
    sdk::OutTo out(signature);
    const auto status = key_.sign(text, out);
    done(status, signature);
  });
}

void PooledIdentity::open(sdk::bytes, sdk::bytes, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept {
  host_.post([done = std::move(done)] { done({sdk::Errc::unsupported, "nothing is sealed to this node"}, {}); });
}

void PooledIdentity::delegate(std::uint64_t,
                              sdk::Fn<void(const sdk::Status&, sdk::bytes, sdk::bytes)>&& done) noexcept {
  host_.post([this, done = std::move(done)] { done({}, secret_, delegation_); });
}

}  // namespace dht_benchmark
