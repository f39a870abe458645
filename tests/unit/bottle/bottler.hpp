// SPDX-License-Identifier: MIT
#pragma once
#include "note/note.hpp"
#include "support/plain_crypto.hpp"
#include "support/virtual_host.hpp"

#include <memory>

namespace p2pchat::test {

/// The cheap suite, which counts what a check costs.
class CountingCrypto final : public sdk::Crypto {
 public:
  explicit CountingCrypto(sdk::Host& host) : plain_(host) {}
  int digests = 0, identified = 0, verified = 0;
  bool is_broken = false;  ///< `digest` fails, as without memory

  sdk::str suite() const override { return plain_.suite(); }
  sdk::SecretKey* generate(sdk::Status& why) override { return plain_.generate(why); }
  sdk::SecretKey* read(sdk::bytes file, sdk::str passphrase, sdk::Status& why) override {
    return plain_.read(file, passphrase, why);
  }
  sdk::Status digest(sdk::bytes data, sdk::Id& id) override;
  sdk::Status identify(sdk::bytes public_key, sdk::Id& id) override;
  sdk::Status verify(sdk::bytes public_key, sdk::bytes message, sdk::bytes signature) override;
  sdk::Status seal(sdk::bytes key, sdk::bytes aad, sdk::bytes plain, sdk::Out& sealed) override {
    return plain_.seal(key, aad, plain, sealed);
  }
  sdk::Status check(sdk::bytes delegation, std::uint64_t now_ms, sdk::Id& owner) override {
    return plain_.check(delegation, now_ms, owner);
  }
  sdk::Status ephemeral(sdk::Out& secret, sdk::Out& share) override { return plain_.ephemeral(secret, share); }
  sdk::Status agree(sdk::bytes secret, sdk::bytes other, sdk::bytes context, sdk::Out& key) override {
    return plain_.agree(secret, other, context, key);
  }
  sdk::Status mac(sdk::bytes key, sdk::bytes message, sdk::Out& tag) override { return plain_.mac(key, message, tag); }

 private:
  PlainCrypto plain_;
};

/// Somebody who makes bottles, honest ones unless asked otherwise.
class Bottler {
 public:
  explicit Bottler(sdk::Crypto& crypto, sdk::SecretKey* key = nullptr);
  ~Bottler();
  const sdk::Id& id() const { return id_; }
  /// A bottle of `body`, thrown at `time_ms`, for seven days, stamped with `bits`.
  bottle::Note note(std::string body, std::uint64_t time_ms, std::uint32_t bits = 4);
  /// Names, signs and stamps again what was changed.
  void finish(bottle::Note& note, std::uint32_t bits = 4);
  /// The same bottle after so many rounds, honestly.
  bottle::Note drifted(bottle::Note note, std::uint32_t rounds);

 private:
  struct Destroy {
    void operator()(sdk::SecretKey* key) const { key->destroy(); }
  };
  sdk::Crypto& crypto_;
  std::unique_ptr<sdk::SecretKey, Destroy> key_;
  bottle::Octets public_key_;
  sdk::Id id_;
};

/// An id that follows from a number.
sdk::Id id_of(std::uint64_t number);

/// Unix milliseconds at which test worlds begin.
inline constexpr std::uint64_t then_ms = 1'763'923'200'123;

}  // namespace p2pchat::test
