// SPDX-License-Identifier: MIT
#pragma once
#include "chance.hpp"
#include "support/plain_crypto.hpp"

#include <functional>

namespace p2pchat::simulation {

/// The plain suite with tags that cost nothing: a mixed hash instead of SHA-256, because every datagram has one.
class SimCrypto final : public sdk::Crypto {
 public:
  explicit SimCrypto(sdk::Host& host) : plain_(host) {}
  /// Hears the key of each tag that is made or checked; may be empty.
  std::function<void(sdk::bytes key)> on_tag;

  sdk::str suite() const override { return plain_.suite(); }
  sdk::SecretKey* generate(sdk::Status& why) override { return plain_.generate(why); }
  sdk::SecretKey* read(sdk::bytes f, sdk::str p, sdk::Status& why) override { return plain_.read(f, p, why); }
  sdk::Status digest(sdk::bytes data, sdk::Id& id) override { return plain_.digest(data, id); }
  sdk::Status identify(sdk::bytes key, sdk::Id& id) override { return plain_.identify(key, id); }
  sdk::Status verify(sdk::bytes k, sdk::bytes m, sdk::bytes s) override { return plain_.verify(k, m, s); }
  sdk::Status seal(sdk::bytes k, sdk::bytes a, sdk::bytes p, sdk::Out& o) override { return plain_.seal(k, a, p, o); }
  sdk::Status check(sdk::bytes d, std::uint64_t now_ms, sdk::Id& owner) override {
    return plain_.check(d, now_ms, owner);
  }
  sdk::Status ephemeral(sdk::Out& secret, sdk::Out& share) override { return plain_.ephemeral(secret, share); }
  sdk::Status agree(sdk::bytes secret, sdk::bytes other, sdk::bytes context, sdk::Out& key) override {
    return plain_.agree(secret, other, context, key);
  }
  sdk::Status mac(sdk::bytes key, sdk::bytes message, sdk::Out& tag) override {
    if (on_tag) on_tag(key);
    Trace hash;
    hash.add(key);
    hash.add(message);
    const std::uint64_t words[2] = {hash.hash(), mixed(hash.hash() + 1)};
    std::uint8_t octets[16];
    std::memcpy(octets, words, sizeof octets);
    return tag.append(sdk::bytes(octets, sizeof octets)) ? sdk::Status() : sdk::Status(sdk::Errc::too_large);
  }

 private:
  test::PlainCrypto plain_;
};

}  // namespace p2pchat::simulation
