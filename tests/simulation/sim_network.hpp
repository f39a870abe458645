// SPDX-License-Identifier: MIT
#pragma once
#include "exchange.hpp"
#include "sim_host.hpp"

#include <p2pchat/network.hpp>
#include <p2pchat/routing.hpp>

#include <map>

namespace p2pchat::simulation {

/// Messages of one node over sessions that cost nothing: the sender is proven, order between two nodes is kept.
///
/// A session is opened as the real pool does it: the node's own routing locates the peer, then two round trips pass.
/// It ends after ten idle minutes, or when the other end is gone. `done` says that the bytes left, no more.
class SimNetwork final : public sdk::Network {
 public:
  SimNetwork(Exchange& exchange, SimHost& host, sdk::Routing& routing, std::size_t place, const sdk::Id& me);
  ~SimNetwork();
  SimNetwork(const SimNetwork&) = delete;
  SimNetwork& operator=(const SimNetwork&) = delete;

  /// Change, or swallow with false, what this node sends and hears: how a cheater cheats.
  std::function<bool(const sdk::Id& to, const std::string& type, std::string& body)> tamper_sent;
  std::function<bool(const sdk::Id& from, const std::string& type, const std::string& body)> tamper_heard;

  void send(const sdk::Id& to, sdk::str type, sdk::str body, sdk::StatusFn&& done) noexcept override;
  sdk::Status on_message(
      sdk::str type, sdk::Fn<void(const sdk::Id& from, std::uint64_t time_ms, sdk::str body)>&& f) noexcept override;
  void peers(const sdk::Fn<void(const sdk::Peer&)>& each) noexcept override;

 private:
  struct Waiting {
    std::string type, body;
    sdk::StatusFn done;
  };
  struct Line {
    std::size_t place = 0;
    std::uint64_t life = 0;  ///< of the other end's process
    std::uint64_t since_ms = 0, used_us = 0, next_us = 0;
    bool stands = false;
    std::vector<Waiting> waiting{};
  };
  Line* standing(const sdk::Id& peer);
  void dial(const sdk::Id& peer, const sdk::NodeEntry& entry);
  void greet(const sdk::Id& peer, std::size_t place);
  void open(const sdk::Id& peer, const SimNetwork& other);
  void fail(const sdk::Id& peer, const sdk::Status& status);
  void transmit(const sdk::Id& peer, Line& line, Waiting message);
  void arrive(const Message& message, std::uint64_t time_ms);
  void lose(const sdk::Id& peer, std::uint64_t life);
  void drop_idle();

  Exchange& exchange_;
  Internet& internet_;
  SimHost& host_;
  sdk::Routing& routing_;
  const std::size_t place_;
  const sdk::Id me_;
  const std::uint64_t life_;
  std::map<sdk::Id, Line> lines_;
  std::uint64_t swept_us_ = 0;
  std::vector<std::pair<std::string, sdk::Fn<void(const sdk::Id&, std::uint64_t, sdk::str)>>> listeners_;
};

}  // namespace p2pchat::simulation
