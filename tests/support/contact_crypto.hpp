// SPDX-License-Identifier: MIT
#pragma once
#include "support/plain_crypto.hpp"

namespace p2pchat::test {

/// `PlainCrypto` with delegations as long as those of a real suite, so that datagrams have their real sizes.
class ContactCrypto final : public sdk::Crypto {
 public:
  explicit ContactCrypto(sdk::Host& host, std::size_t delegation_size = 572)
      : plain_(host), delegation_size_(delegation_size) {}
  /// Lengthens a delegation of the plain suite.
  std::vector<std::uint8_t> padded(sdk::bytes delegation);
  std::uint64_t checks = 0;  ///< how many delegations were checked
  bool is_gone = false;      ///< makes no one-time pairs, as when the process of the cipher has ended

  sdk::str suite() const override { return plain_.suite(); }
  sdk::SecretKey* generate(sdk::Status& why) override { return plain_.generate(why); }
  sdk::SecretKey* read(sdk::bytes f, sdk::str p, sdk::Status& why) override { return plain_.read(f, p, why); }
  sdk::Status digest(sdk::bytes data, sdk::Id& id) override { return plain_.digest(data, id); }
  sdk::Status identify(sdk::bytes key, sdk::Id& id) override { return plain_.identify(key, id); }
  sdk::Status verify(sdk::bytes k, sdk::bytes m, sdk::bytes s) override { return plain_.verify(k, m, s); }
  sdk::Status seal(sdk::bytes k, sdk::bytes a, sdk::bytes p, sdk::Out& o) override { return plain_.seal(k, a, p, o); }
  sdk::Status check(sdk::bytes delegation, std::uint64_t now_ms, sdk::Id& owner) override;
  sdk::Status ephemeral(sdk::Out& secret, sdk::Out& share) override {
    return is_gone ? sdk::Status(sdk::Errc::cancelled, "gone") : plain_.ephemeral(secret, share);
  }
  sdk::Status agree(sdk::bytes secret, sdk::bytes other, sdk::bytes context, sdk::Out& key) override;
  sdk::Status mac(sdk::bytes key, sdk::bytes message, sdk::Out& tag) override { return plain_.mac(key, message, tag); }

 private:
  sdk::bytes cut(sdk::bytes delegation) const;
  PlainCrypto plain_;
  std::size_t delegation_size_;
};

}  // namespace p2pchat::test
