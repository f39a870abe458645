// SPDX-License-Identifier: MIT
#pragma once
#include "fn.hpp"

namespace p2pchat::sdk {
/// A node we have a session with; texts are borrowed for the call.
struct Peer {
  Id id;
  str endpoint;
  std::uint64_t since_ms = 0;
};

/// Signed messages to a node id over encrypted sessions. Implemented by the host. Thread: [loop]; callbacks there.
struct P2PCHAT_API Network : Interface {
  P2PCHAT_INTERFACE(Network, "p2pchat.network/1")
  /// Sends at once or not at all, opening a session when there is none; `Chat` is what queues. Limits: type 40
  /// bytes, `vendor.name` for strangers; body 64 KiB. Errors: as `Transport::send`, `not_found`, `invalid`.
  virtual void send(const Id& to, str type, str body, StatusFn&& done) noexcept = 0;
  /// Hears messages of one type, signature checked. One listener per type: a second gets `refused`.
  virtual Status on_message(str type, Fn<void(const Id& from, std::uint64_t time_ms, str body)>&& f) noexcept = 0;
  /// The sessions that stand now.
  virtual void peers(const Fn<void(const Peer&)>& each) noexcept = 0;
};
}  // namespace p2pchat::sdk
