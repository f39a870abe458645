// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/public_keys.hpp"
#include "cipher/signature_checker.hpp"

#include <p2pchat/crypto.hpp>

namespace p2pchat::cipher {

/// The calls of `sdk::Crypto` as one scheme answers them; nothing is thrown out of them. Thread: [any].
class SuiteCalls {
 public:
  /// `work_bits` zero bits are what delegations must show.
  SuiteCalls(SharedScheme scheme, unsigned work_bits)
      : scheme_(std::move(scheme)), keys_(scheme_), signatures_(scheme_->algorithms()), work_bits_(work_bits) {}
  sdk::SecretKey* generate(Status& why) const noexcept;
  sdk::SecretKey* read(bytes file, sdk::str passphrase, Status& why) const noexcept;
  Status digest(bytes data, Id& id) const noexcept;
  Status identify(bytes public_key, Id& id) noexcept;
  Status verify(bytes public_key, bytes message, bytes signature) noexcept;
  Status seal(bytes public_key, bytes aad, bytes plain, sdk::Out& sealed) noexcept;
  Status check(bytes delegation, std::uint64_t now_ms, Id& owner) const noexcept;
  Status ephemeral(sdk::Out& secret, sdk::Out& share) const noexcept;
  Status agree(bytes secret, bytes other, bytes context, sdk::Out& key) const noexcept;
  Status mac(bytes key, bytes message, sdk::Out& tag) const noexcept;

 private:
  /// Calls with a prepared key. Errors: `malformed`, naming what a key of this suite is.
  template <class Call>
  Status with_key(bytes public_key, Call&& call);
  const SharedScheme scheme_;
  PublicKeys keys_;
  SignatureChecker signatures_;
  const unsigned work_bits_;
};

}  // namespace p2pchat::cipher
