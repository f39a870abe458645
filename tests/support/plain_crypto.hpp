// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>

namespace p2pchat::test {

/// A cipher suite without secrets: fast, deterministic, for tests.
///
/// Promises the contract of `sdk::Crypto` against accidents: a wrong key, message, id or passphrase, a flipped bit, a
/// record replayed, left out or out of order are refused. Does not promise anything against an adversary: signatures
/// are hashes over public values, so whoever wants to forge one can. `digest` is real SHA-256.
/// Randomness comes from the host, so the same seed makes the same keys.
class PlainCrypto final : public sdk::Crypto {
 public:
  explicit PlainCrypto(sdk::Host& host) : host_(host) {}
  sdk::str suite() const override { return "plain"; }
  sdk::SecretKey* generate(sdk::Status& why) override;
  sdk::SecretKey* read(sdk::bytes file, sdk::str passphrase, sdk::Status& why) override;
  sdk::Status digest(sdk::bytes data, sdk::Id& id) override;
  sdk::Status identify(sdk::bytes public_key, sdk::Id& id) override;
  sdk::Status verify(sdk::bytes public_key, sdk::bytes message, sdk::bytes signature) override;
  sdk::Status seal(sdk::bytes public_key, sdk::bytes aad, sdk::bytes plain, sdk::Out& sealed) override;
  sdk::Status check(sdk::bytes delegation, std::uint64_t now_ms, sdk::Id& owner) override;
  sdk::Status ephemeral(sdk::Out& secret, sdk::Out& share) override;
  sdk::Status agree(sdk::bytes secret, sdk::bytes other, sdk::bytes context, sdk::Out& key) override;
  sdk::Status mac(sdk::bytes key, sdk::bytes message, sdk::Out& tag) override;

 private:
  sdk::Host& host_;
};

}  // namespace p2pchat::test
