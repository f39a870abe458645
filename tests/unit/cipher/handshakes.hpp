// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/handshake_parts.hpp"
#include "schemes.hpp"

namespace p2pchat::test {

/// One step of a handshake: how it went and what it wrote.
struct Stepped {
  Status status;
  Octets out;
};

inline Stepped step(cipher::Handshake& handshake, bytes in) {
  Stepped stepped;
  stepped.status = handshake.step(in, stepped.out);
  return stepped;
}

/// Alice (key 0) dials Bob (key 1); Mallory has key 2.
class Handshakes : public OfEveryScheme {
 protected:
  cipher::Party party(const cipher::SharedPrivateKey& its_key) const { return {scheme, its_key}; }
  std::unique_ptr<cipher::Handshake> dialling(const cipher::SharedPrivateKey& from, const Id& wanted) const {
    return cipher::make_initiator(party(from), wanted, cipher::Fresh::draw());
  }
  std::unique_ptr<cipher::Handshake> answering(const cipher::SharedPrivateKey& its_key) const {
    return cipher::make_responder(party(its_key), cipher::Fresh::draw());
  }
  const Id& id_of(const cipher::SharedPrivateKey& its_key) const { return its_key->public_half().id(); }

  /// The tag again, after a message's other octets were changed.
  Octets retagged(Octets hello, const Id& wanted) const {
    const auto at = hello.size() - 33;
    const auto tag = cipher::hello_tag(*algorithms, wanted, {hello.data(), at});
    std::copy_n(tag.data(), tag.size(), hello.begin() + static_cast<std::ptrdiff_t>(at));
    return hello;
  }

  cipher::SharedPrivateKey alice = key(0), bob = key(1), mallory = key(2);
};

}  // namespace p2pchat::test
