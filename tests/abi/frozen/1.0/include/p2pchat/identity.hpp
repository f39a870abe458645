// SPDX-License-Identifier: MIT
#pragma once
#include "fn.hpp"

namespace p2pchat::sdk {
/// My long-lived key, without giving it away. Implemented by the host. Thread: [loop]; callbacks on the loop.
/// Everything waits until the key is there: at the first start it is still being made.
struct P2PCHAT_API Identity : Interface {
  P2PCHAT_INTERFACE(Identity, "p2pchat.identity/1")
  /// My id and public key. Errors: `cancelled` when the node stops first, or why there is no key.
  virtual void self(Fn<void(const Status&, const Id& id, bytes public_key)>&& done) noexcept = 0;
  /// Signs as me. The message begins with a purpose string of its own, ended by a zero byte.
  virtual void sign(bytes message, Fn<void(const Status&, bytes signature)>&& done) noexcept = 0;
  /// Opens what was sealed to me.
  virtual void open(bytes aad, bytes sealed, Fn<void(const Status&, bytes plain)>&& done) noexcept = 0;
  /// A contact key signed by me; see `SecretKey::delegate`.
  virtual void delegate(std::uint64_t expiry_ms,
                        Fn<void(const Status&, bytes secret, bytes delegation)>&& done) noexcept = 0;
};
}  // namespace p2pchat::sdk
