// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/settings.hpp"
#include "cipher/suite_calls.hpp"

#include <p2pchat/plugin.hpp>

namespace p2pchat::cipher {

/// What a cipher plugin of ours derives from: `class Suite final : public SuiteOf<Suite>` says its name and makes its
/// `scheme` from its settings. Setting for all: `delegation_work_bits` that delegations must show (0 to 40; 20), the
/// same on every node of a network. Thread: [any], once it has started.
template <class Self>
class SuiteOf : public sdk::PluginOf<Self, sdk::Crypto> {
 public:
  using sdk::PluginOf<Self, sdk::Crypto>::PluginOf;

  Status start() override {
    unsigned work_bits = 20;
    auto status = read_number(this->host, "delegation_work_bits", 0, 40, work_bits);
    if (!status.ok()) return status;
    auto scheme = static_cast<Self*>(this)->scheme(status);
    if (scheme) calls_ = std::make_unique<SuiteCalls>(std::move(scheme), work_bits);
    return status;
  }

  sdk::SecretKey* generate(Status& why) override { return calls_->generate(why); }
  sdk::SecretKey* read(bytes file, sdk::str passphrase, Status& why) override {
    return calls_->read(file, passphrase, why);
  }
  Status digest(bytes data, Id& id) override { return calls_->digest(data, id); }
  Status identify(bytes public_key, Id& id) override { return calls_->identify(public_key, id); }
  Status verify(bytes public_key, bytes message, bytes signature) override {
    return calls_->verify(public_key, message, signature);
  }
  Status seal(bytes public_key, bytes aad, bytes plain, sdk::Out& sealed) override {
    return calls_->seal(public_key, aad, plain, sealed);
  }
  Status check(bytes delegation, std::uint64_t now_ms, Id& owner) override {
    return calls_->check(delegation, now_ms, owner);
  }
  Status ephemeral(sdk::Out& secret, sdk::Out& share) override { return calls_->ephemeral(secret, share); }
  Status agree(bytes secret, bytes other, bytes context, sdk::Out& key) override {
    return calls_->agree(secret, other, context, key);
  }
  Status mac(bytes key, bytes message, sdk::Out& tag) override { return calls_->mac(key, message, tag); }

 protected:
  ~SuiteOf() = default;

 private:
  std::unique_ptr<SuiteCalls> calls_;
};

}  // namespace p2pchat::cipher
