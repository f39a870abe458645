// SPDX-License-Identifier: MIT
#pragma once
#include "sessions/peer_lines.hpp"

#include <p2pchat/host.hpp>

#include <map>
#include <string>
#include <vector>

namespace p2pchat::test {

/// Sessions without a network: the test decides who is online, sees every line sent, and plays the peers.
///
/// A line to somebody online leaves at once; one to anybody else fails with `not_found` after `search_ms`.
class FakePeerLines final : public messaging::PeerLines {
 public:
  struct Sent {
    sdk::Id to;
    std::string line;
  };

  explicit FakePeerLines(sdk::Host& host) : host_(host) {}
  void connect(const sdk::Id& peer);
  void disconnect(const sdk::Id& peer);
  /// Makes lines arrive from a peer, together.
  void deliver(const messaging::ProvenPeer& from, const std::vector<std::string>& lines);

  std::vector<Sent> sent;         ///< what left, in order
  std::vector<sdk::Id> knocks;    ///< each line for somebody who was not there
  std::uint64_t search_ms = 100;  ///< how long a search for somebody absent takes

  void send(const sdk::Id& peer, std::string_view line, sdk::Fn<void(const sdk::Status&)>&& done) override;
  bool online(const sdk::Id& peer) const override { return online_.contains(peer) && online_.at(peer); }
  void on_lines(LinesFn f) override { lines_ = std::move(f); }
  void on_online(ChangeFn f) override { came_ = std::move(f); }
  void on_offline(ChangeFn f) override { went_ = std::move(f); }

 private:
  sdk::Host& host_;
  std::map<sdk::Id, bool> online_;
  LinesFn lines_;
  ChangeFn came_, went_;
};

}  // namespace p2pchat::test
