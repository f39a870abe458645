// SPDX-License-Identifier: MIT
#pragma once
#include "support/contact_crypto.hpp"
#include "support/virtual_host.hpp"

#include <p2pchat/identity.hpp>

namespace p2pchat::test {

/// An identity whose key is there at once and whose delegations take virtual time, as hashcash would.
class ContactIdentity final : public sdk::Identity {
 public:
  ContactIdentity(VirtualHost& host, ContactCrypto& crypto);
  ~ContactIdentity() { key_->destroy(); }
  std::uint64_t self_ms = 0, delegation_ms = 1'000;
  const sdk::Id& id() const { return id_; }
  sdk::SecretKey& key() { return *key_; }

  void self(sdk::Fn<void(const sdk::Status&, const sdk::Id&, sdk::bytes)>&& done) noexcept override;
  void sign(sdk::bytes message, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept override;
  void open(sdk::bytes, sdk::bytes, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&&) noexcept override {}
  void delegate(std::uint64_t expiry_ms,
                sdk::Fn<void(const sdk::Status&, sdk::bytes, sdk::bytes)>&& done) noexcept override;

 private:
  VirtualHost& host_;
  ContactCrypto& crypto_;
  sdk::SecretKey* key_;
  std::vector<std::uint8_t> public_key_;
  sdk::Id id_;
};

}  // namespace p2pchat::test
