// SPDX-License-Identifier: MIT
#pragma once
#include "sim_crypto.hpp"
#include "sim_host.hpp"

#include <p2pchat/identity.hpp>

namespace p2pchat::simulation {

/// A key of the plain suite, there at once; signing costs no virtual time, a delegation a second, as hashcash does.
class SimIdentity final : public sdk::Identity {
 public:
  /// Reads `key_file`, or makes a key and writes it there when it is empty.
  SimIdentity(SimHost& host, SimCrypto& crypto, std::vector<std::uint8_t>& key_file);
  ~SimIdentity() { key_->destroy(); }
  SimIdentity(const SimIdentity&) = delete;
  SimIdentity& operator=(const SimIdentity&) = delete;
  const sdk::Id& id() const { return id_; }

  void self(sdk::Fn<void(const sdk::Status&, const sdk::Id& id, sdk::bytes public_key)>&& done) noexcept override;
  void sign(sdk::bytes message, sdk::Fn<void(const sdk::Status&, sdk::bytes signature)>&& done) noexcept override;
  void open(sdk::bytes aad, sdk::bytes sealed,
            sdk::Fn<void(const sdk::Status&, sdk::bytes plain)>&& done) noexcept override;
  void delegate(std::uint64_t expiry_ms,
                sdk::Fn<void(const sdk::Status&, sdk::bytes secret, sdk::bytes delegation)>&& done) noexcept override;

 private:
  SimHost& host_;
  sdk::SecretKey* key_;
  std::vector<std::uint8_t> public_key_;
  sdk::Id id_;
};

}  // namespace p2pchat::simulation
