// SPDX-License-Identifier: MIT
#pragma once
#include "sessions/envelope.hpp"
#include "sessions/peer_lines.hpp"
#include "support/plain_crypto.hpp"
#include "support/virtual_host.hpp"
#include "wire/base64.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace p2pchat::test {

/// Frees what the crypto interfaces hand out.
struct Destroy {
  template <class T>
  void operator()(T* object) const {
    object->destroy();
  }
};
using KeyPtr = std::unique_ptr<sdk::SecretKey, Destroy>;

/// A key with its public half and id.
struct Person {
  explicit Person(sdk::Crypto& crypto, KeyPtr mine = {}) : key(std::move(mine)) {
    sdk::Status why;
    if (!key) key.reset(crypto.generate(why));
    sdk::OutTo out(proven.public_key);
    EXPECT_TRUE(key && key->public_key(out).ok());
    EXPECT_TRUE(crypto.identify(proven.public_key, proven.id).ok());
  }
  KeyPtr key;
  messaging::ProvenPeer proven;
  const sdk::Id& id() const { return proven.id; }
};

inline std::string base64(std::string_view text) {
  std::string line;
  wire::base64_encode(wire::octets_of(text), wire::Alphabet::standard, line);
  return line;
}

/// A signed text from one person to another.
inline messaging::Envelope text(sdk::Crypto& crypto, const Person& from, const sdk::Id& to, std::string body,
                                std::uint64_t seq = 1) {
  messaging::Envelope envelope{.time_ms = 1'763'923'200'123,
                               .sender = from.id(),
                               .receiver = to,
                               .type = "text",
                               .seq = seq,
                               .sign = {},
                               .body = std::move(body)};
  sdk::OutTo sign(envelope.sign);
  EXPECT_TRUE(from.key->sign(messaging::signed_bytes(std::string_view(crypto.suite()), envelope), sign).ok());
  return envelope;
}

}  // namespace p2pchat::test
