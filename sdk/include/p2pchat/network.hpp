// SPDX-License-Identifier: MIT
#pragma once
#include "abi.hpp"
#include "fn.hpp"

namespace p2pchat::sdk {

/// A node we have a session with; texts are borrowed for the call.
struct Peer {
  Id id;
  str endpoint;
  std::uint64_t since_ms = 0;
};

/// Signed messages to a node id over authenticated, encrypted sessions: what bottles, chat and third-party
/// protocols stand on. Implemented by the host. Thread: [loop]; callbacks on the loop.
struct P2PCHAT_API Network : Interface {
  static constexpr char iid[] = "p2pchat.network/1";

  /// Sends at once or not at all, opening a session when there is none; `Chat` is what queues. `type` is a
  /// protocol name, `vendor.name` for strangers. Limit: body 64 KiB of UTF-8. Errors: `not_found`, `timed_out`,
  /// `refused`, `too_large`, `invalid`.
  virtual void send(const Id& to, str type, str body, Fn<void(const Status&)>&& done) noexcept = 0;
  /// Hears messages of one type, signature checked. One listener per type: a second gets `refused`.
  virtual Status on_message(str type, Fn<void(const Id& from, std::uint64_t time_ms, str body)>&& f) noexcept = 0;
  /// The sessions that stand now.
  virtual void peers(const Fn<void(const Peer&)>& each) noexcept = 0;

 protected:
  ~Network() = default;
};

}  // namespace p2pchat::sdk
