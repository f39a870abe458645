// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/scheme.hpp"

#include <p2pchat/crypto.hpp>

namespace p2pchat::cipher {

/// A private key behind the SDK's interface. Immutable. Thread: [any].
class SuiteKey final : public sdk::SecretKey {
 public:
  SuiteKey(SharedScheme scheme, SharedPrivateKey key, unsigned work_bits)
      : scheme_(std::move(scheme)), key_(std::move(key)), work_bits_(work_bits) {}
  Status public_key(sdk::Out& out) const override;
  Status sign(bytes message, sdk::Out& signature) override;
  Status sign_all(const bytes* messages, std::uint32_t count, const sdk::Fn<void(std::uint32_t, bytes)>& each) override;
  Status open(bytes aad, bytes sealed, sdk::Out& plain) override;
  sdk::Session* session(sdk::Role role, const Id& wanted) override;
  Status delegate(std::uint64_t expiry_ms, sdk::Out& secret, sdk::Out& delegation) override;
  Status write(sdk::str passphrase, sdk::Out& file) const override;
  void destroy() noexcept override { delete this; }

 private:
  const SharedScheme scheme_;
  const SharedPrivateKey key_;  // sessions share it and may outlive this
  const unsigned work_bits_;
};

}  // namespace p2pchat::cipher
