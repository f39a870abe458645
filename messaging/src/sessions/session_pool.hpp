// SPDX-License-Identifier: MIT
#pragma once
#include "peer_lines.hpp"

#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/routing.hpp>
#include <p2pchat/transport.hpp>

#include <memory>

namespace p2pchat::messaging {

/// Sessions with peers: opens them on demand (locate, connect, handshake), answers those of others, and keeps one per
/// peer; of two that were opened at once the one started by the lower id survives (docs/protocol/envelope.md).
///
/// Bounds: 10 s for a handshake, 256 half-open, 20 handshakes a second and burst 5 per source address (of this machine
/// any number), 8 MiB waiting for one peer. Idle sessions end after 10 minutes with a goodbye. What waits for one peer
/// while a record leaves goes as one record. Thread: [loop].
class SessionPool final : public PeerLines {
 public:
  /// All outlive the pool; it is the only listener for the transport's frames.
  SessionPool(sdk::Host& host, sdk::Crypto& crypto, sdk::Transport& transport, sdk::Routing& routing);
  /// Ends without a word to anybody; what waits is never answered.
  ~SessionPool();
  /// Begins to open and answer sessions as this key, which outlives the pool and its work. Earlier sends wait for it.
  void start(sdk::SecretKey& key, const sdk::Id& me);
  /// Says goodbye to every peer, fails what waits with `cancelled`, then calls `done`, within 3 s.
  void stop(std::function<void()> done);
  /// The sessions that stand now.
  void each_peer(const sdk::Fn<void(const sdk::Peer&)>& each) const;

  void send(const sdk::Id& peer, std::string_view line, sdk::StatusFn&& done) override;
  bool online(const sdk::Id& peer) const override;
  void on_lines(LinesFn f) override;
  void on_online(ChangeFn f) override;
  void on_offline(ChangeFn f) override;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace p2pchat::messaging
