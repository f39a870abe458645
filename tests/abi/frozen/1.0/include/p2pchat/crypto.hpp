// SPDX-License-Identifier: MIT
#pragma once
#include "fn.hpp"

namespace p2pchat::sdk {
/// Which end of a handshake.
enum class Role : std::uint32_t { initiator, responder };

/// One encrypted conversation. Owned by the caller. Thread: one call at a time, any; `step` may take milliseconds.
struct P2PCHAT_API Session : Interface {
  /// Takes a handshake message and writes the next, if any; an empty `in` starts the initiator. An error ends it, with
  /// `out` still to be sent: `bad_signature`: all a stranger can cause, `refused`: not for me, `unsupported`: no suite.
  virtual Status step(bytes in, Out& out) = 0;
  /// Whether records may flow; the initiator is established only after the responder's confirmation.
  virtual std::uint32_t established() const = 0;
  /// The public key the other side proved. Errors: `not_found` before it did.
  virtual Status peer(Out& public_key) const = 0;
  /// Encrypts one record. Limit: 256 KiB of plain text. Errors: `too_large`, `invalid` before `established`, `expired`.
  virtual Status seal(bytes plain, Out& record) = 0;
  /// Decrypts the next record. Errors: `bad_signature`, and the session is over.
  virtual Status open(bytes record, Out& plain) = 0;
  /// Erases the keys and frees it.
  virtual void destroy() noexcept = 0;
 protected:
  ~Session() = default;
};

/// A secret key in memory. Owned by the caller. Thread: [any], concurrent.
struct P2PCHAT_API SecretKey : Interface {
  /// Its public half, in the one form `Crypto::identify` accepts.
  virtual Status public_key(Out& out) const = 0;
  /// Signs a message, which begins with its own purpose string. About 0.3 ms with RSA-2048: offload.
  virtual Status sign(bytes message, Out& signature) = 0;
  /// Signs up to 512 at the cost of one; each stands alone, but shows how many there were: take one receiver's only.
  virtual Status sign_all(const bytes* messages, std::uint32_t count,
                          const Fn<void(std::uint32_t index, bytes signature)>& each) = 0;
  /// Opens what `Crypto::seal` sealed to this key. Errors: `bad_signature`.
  virtual Status open(bytes aad, bytes sealed, Out& plain) = 0;
  /// A new conversation as this key. `wanted` is the id dialled; ignored for a responder. Null when out of memory.
  virtual Session* session(Role role, const Id& wanted) = 0;
  /// Signs a short-lived contact key: `delegation` is public, `secret` stays here. Takes up to seconds: offload.
  virtual Status delegate(std::uint64_t expiry_ms, Out& secret, Out& delegation) = 0;
  /// The key as a file, encrypted when `passphrase` is not empty. Takes up to a second then: offload.
  virtual Status write(str passphrase, Out& file) const = 0;
  /// Erases and frees it.
  virtual void destroy() noexcept = 0;
 protected:
  ~SecretKey() = default;
};

/// A cipher suite. Thread: [any], concurrent.
struct P2PCHAT_API Crypto : Interface {
  P2PCHAT_INTERFACE(Crypto, "p2pchat.crypto/1")
  /// The name that is signed with every message.
  virtual str suite() const = 0;
  /// Makes a key; null and `why` on failure. Takes up to seconds: offload.
  virtual SecretKey* generate(Status& why) = 0;
  /// Reads what `SecretKey::write` wrote; null and `why`: `malformed`, `refused` passphrase. Slow: offload.
  virtual SecretKey* read(bytes file, str passphrase, Status& why) = 0;
  /// SHA-256 of octets, whatever the suite: it names messages and bottles.
  virtual Status digest(bytes data, Id& id) = 0;
  /// The id of a public key: SHA-256 of its DER SubjectPublicKeyInfo. Errors: `malformed` when not acceptable.
  virtual Status identify(bytes public_key, Id& id) = 0;
  /// Checks a signature of `sign` or `sign_all`. Errors: `bad_signature`, `malformed`.
  virtual Status verify(bytes public_key, bytes message, bytes signature) = 0;
  /// Encrypts to a key whose owner is absent. Errors: `malformed` key, `too_large` over 64 KiB.
  virtual Status seal(bytes public_key, bytes aad, bytes plain, Out& sealed) = 0;
  /// Checks a delegation of at most 14 days; writes whose it is. Errors: `bad_signature`, `expired`, `malformed`.
  virtual Status check(bytes delegation, std::uint64_t now_ms, Id& owner) = 0;
  /// Makes a one-time pair for `agree`: `share` is public.
  virtual Status ephemeral(Out& secret, Out& share) = 0;
  /// The 32-byte key that both sides reach: a secret of `ephemeral` or `delegate` with the other's share or delegation.
  virtual Status agree(bytes secret, bytes other, bytes context, Out& key) = 0;
  /// A 16-byte tag of a message under a key of `agree`. Compare with `same`.
  virtual Status mac(bytes key, bytes message, Out& tag) = 0;
};

/// Whether two byte strings are equal, in time that depends only on their lengths.
inline bool same(bytes a, bytes b) {
  if (a.len != b.len) return false;
  std::uint8_t difference = 0;
  for (std::uint64_t i = 0; i < a.len; ++i) difference |= static_cast<std::uint8_t>(a.ptr[i] ^ b.ptr[i]);
  return difference == 0;
}
}  // namespace p2pchat::sdk
