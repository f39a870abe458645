// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>
#include <p2pchat/fn.hpp>

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace p2pchat::messaging {

/// The other side of an established session, as the handshake proved it.
struct ProvenPeer {
  sdk::Id id;
  std::vector<std::uint8_t> public_key;
};

/// The largest line, so that one always fits a record.
inline constexpr std::size_t max_line = 256 * 1024 - 64;

/// Lines of text to and from peers over authenticated, encrypted sessions: the seam between sessions and mail.
///
/// A line is an envelope or a receipt without its newline. Thread: [loop], callbacks too.
class PeerLines {
 public:
  using LinesFn = std::function<void(const ProvenPeer& from, std::span<const std::string_view> lines)>;
  using ChangeFn = std::function<void(const sdk::Id& peer)>;

  /// Sends a line, opening a session when there is none: locate, connect, handshake. `done` when it has left this
  /// process. Errors: `not_found`, `timed_out`, `refused`, `too_large`, `busy`, `cancelled`.
  virtual void send(const sdk::Id& peer, std::string_view line, sdk::Fn<void(const sdk::Status&)>&& done) = 0;
  /// Whether a session with this peer stands.
  virtual bool online(const sdk::Id& peer) const = 0;
  /// Hears every line, in the order the peer sent them; those of one record come together.
  virtual void on_lines(LinesFn f) = 0;
  /// Hears that a session with a peer stands, and that the last one with it ended. Online may be heard again for a peer
  /// that is online already: another session took over, and what the old one had sent may be lost.
  virtual void on_online(ChangeFn f) = 0;
  virtual void on_offline(ChangeFn f) = 0;

 protected:
  ~PeerLines() = default;
};

}  // namespace p2pchat::messaging
