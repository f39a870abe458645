// SPDX-License-Identifier: MIT
#pragma once
#include "keys.hpp"

#include <p2pchat/host.hpp>
#include <p2pchat/identity.hpp>

namespace dht_benchmark {

/// An identity whose key is there at once, with a contact key made beforehand. Thread: [loop].
class PooledIdentity final : public p2pchat::sdk::Identity {
 public:
  /// `key` and `crypto` outlive it.
  PooledIdentity(p2pchat::sdk::Host& host, p2pchat::sdk::Crypto& crypto, p2pchat::sdk::SecretKey& key);
  void self(p2pchat::sdk::Fn<void(const p2pchat::sdk::Status&, const p2pchat::sdk::Id& id,
                                  p2pchat::sdk::bytes public_key)>&& done) noexcept override;
  void sign(
      p2pchat::sdk::bytes message,
      p2pchat::sdk::Fn<void(const p2pchat::sdk::Status&, p2pchat::sdk::bytes signature)>&& done) noexcept override;
  void open(p2pchat::sdk::bytes aad, p2pchat::sdk::bytes sealed,
            p2pchat::sdk::Fn<void(const p2pchat::sdk::Status&, p2pchat::sdk::bytes plain)>&& done) noexcept override;
  void delegate(std::uint64_t expiry_ms,
                p2pchat::sdk::Fn<void(const p2pchat::sdk::Status&, p2pchat::sdk::bytes secret,
                                      p2pchat::sdk::bytes delegation)>&& done) noexcept override;

 private:
  p2pchat::sdk::Host& host_;
  p2pchat::sdk::SecretKey& key_;
  std::vector<std::uint8_t> public_key_, secret_, delegation_;
  p2pchat::sdk::Id id_;
};

}  // namespace dht_benchmark
