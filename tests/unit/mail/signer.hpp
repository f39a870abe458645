// SPDX-License-Identifier: MIT
#pragma once
#include "sessions/envelope.hpp"
#include "sessions/peer_lines.hpp"
#include "support/plain_crypto.hpp"

#include <memory>
#include <string>

namespace p2pchat::test {

/// Somebody with a key, played by the test: signs lines that a node would send. Counts signatures made.
class Signer final : public sdk::SecretKey {
 public:
  explicit Signer(sdk::Crypto& crypto) : crypto_(crypto) {
    sdk::Status why;
    key_.reset(crypto.generate(why));
    sdk::OutTo out(proven.public_key);
    if (!key_->public_key(out).ok() || !crypto.identify(proven.public_key, proven.id).ok()) std::abort();
  }
  const sdk::Id& id() const { return proven.id; }

  /// A signed line from this key; `message` becomes its id.
  std::string line(const sdk::Id& to, std::string type, std::string body, std::uint64_t seq,
                   sdk::Id* message = nullptr) {
    messaging::Envelope envelope{1'763'923'200'000, proven.id, to, std::move(type), seq, {}, std::move(body)};
    const auto octets = messaging::signed_bytes(crypto_.suite(), envelope);
    sdk::OutTo out(envelope.sign);
    sdk::Id id;
    if (!key_->sign(octets, out).ok() || !crypto_.digest(octets, id).ok()) std::abort();
    if (message) *message = id;
    return messaging::encode_envelope(envelope);
  }

  messaging::ProvenPeer proven;
  int signatures = 0;  ///< one for each `sign`, one for each `sign_all`

  sdk::Status public_key(sdk::Out& out) const override { return key_->public_key(out); }
  sdk::Status sign(sdk::bytes message, sdk::Out& signature) override {
    return ++signatures, key_->sign(message, signature);
  }
  sdk::Status sign_all(const sdk::bytes* messages, std::uint32_t count,
                       const sdk::Fn<void(std::uint32_t, sdk::bytes)>& each) override {
    return ++signatures, key_->sign_all(messages, count, each);
  }
  sdk::Status open(sdk::bytes aad, sdk::bytes sealed, sdk::Out& plain) override {
    return key_->open(aad, sealed, plain);
  }
  sdk::Session* session(sdk::Role role, const sdk::Id& wanted) override { return key_->session(role, wanted); }
  sdk::Status delegate(std::uint64_t expiry_ms, sdk::Out& secret, sdk::Out& delegation) override {
    return key_->delegate(expiry_ms, secret, delegation);
  }
  sdk::Status write(sdk::str passphrase, sdk::Out& file) const override { return key_->write(passphrase, file); }
  void destroy() noexcept override {}

 private:
  struct Destroy {
    void operator()(sdk::SecretKey* key) const { key->destroy(); }
  };
  sdk::Crypto& crypto_;
  std::unique_ptr<sdk::SecretKey, Destroy> key_;
};

}  // namespace p2pchat::test
