// SPDX-License-Identifier: MIT
#pragma once
#include "fixture.hpp"
#include "handshake_parts.hpp"

namespace p2pchat::test {

/// One step of a handshake: how it went and what it wrote.
struct Stepped {
  Status status;
  Octets out;
};

inline Stepped step(rsa_aes::Handshake& handshake, bytes in) {
  Stepped stepped;
  stepped.status = handshake.step(in, stepped.out);
  return stepped;
}

/// Alice (key 0) dials Bob (key 1); Mallory has key 2.
class Handshakes : public WithKeys {
 protected:
  rsa_aes::Party party(const rsa_aes::SharedPrivateKey& its_key) const { return {algorithms, its_key}; }
  std::unique_ptr<rsa_aes::Handshake> dialling(const rsa_aes::SharedPrivateKey& from, const Id& wanted) const {
    return rsa_aes::make_initiator(party(from), wanted, rsa_aes::Fresh::draw());
  }
  std::unique_ptr<rsa_aes::Handshake> answering(const rsa_aes::SharedPrivateKey& its_key) const {
    return rsa_aes::make_responder(party(its_key), rsa_aes::Fresh::draw());
  }
  const Id& id_of(const rsa_aes::SharedPrivateKey& its_key) const { return its_key->public_half().id(); }

  /// The tag again, after a message's other octets were changed.
  Octets retagged(Octets hello, const Id& wanted) const {
    const auto at = hello.size() - 33;
    const auto tag = rsa_aes::hello_tag(*algorithms, wanted, {hello.data(), at});
    std::copy_n(tag.data(), tag.size(), hello.begin() + static_cast<std::ptrdiff_t>(at));
    return hello;
  }

  rsa_aes::SharedPrivateKey alice = key(0), bob = key(1), mallory = key(2);
};

}  // namespace p2pchat::test
