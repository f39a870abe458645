// SPDX-License-Identifier: MIT
#pragma once
#include "private_key.hpp"
#include "public_keys.hpp"
#include "signature_checker.hpp"

#include <p2pchat/crypto.hpp>
#include <p2pchat/plugin.hpp>

namespace p2pchat::rsa_aes {

/// The suite: RSA (PSS, OAEP), X25519, AES-256-GCM, SHA-256. `docs/protocol` has every octet of it.
///
/// Settings: `bits` of a new key (2048, 3072, 4096; 2048), `delegation_work_bits` that delegations must show (0 to 40;
/// 20), the same on every node of a network. Thread: [any].
class Suite final : public sdk::PluginOf<Suite, sdk::Crypto> {
 public:
  explicit Suite(sdk::Host& host);
  Status start() override;

  sdk::str suite() const override { return "rsa-aes/1"; }
  sdk::SecretKey* generate(Status& why) override;
  sdk::SecretKey* read(bytes file, sdk::str passphrase, Status& why) override;
  Status digest(bytes data, Id& id) override;
  Status identify(bytes public_key, Id& id) override;
  Status verify(bytes public_key, bytes message, bytes signature) override;
  Status seal(bytes public_key, bytes aad, bytes plain, sdk::Out& sealed) override;
  Status check(bytes delegation, std::uint64_t now_ms, Id& owner) override;
  Status ephemeral(sdk::Out& secret, sdk::Out& share) override;
  Status agree(bytes secret, bytes other, bytes context, sdk::Out& key) override;
  Status mac(bytes key, bytes message, sdk::Out& tag) override;

 private:
  sdk::SecretKey* wrapped(SharedPrivateKey key) const;
  const SharedAlgorithms algorithms_ = std::make_shared<Algorithms>();
  PublicKeys keys_{algorithms_};
  SignatureChecker signatures_{algorithms_};
  unsigned bits_ = 2048, work_bits_ = 20;  // set in `start`, before anybody calls
};

}  // namespace p2pchat::rsa_aes
