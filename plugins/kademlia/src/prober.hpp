// SPDX-License-Identifier: MIT
#pragma once
#include "requests.hpp"

namespace p2pchat::kademlia {

/// Finds out where others see me and whether they can dial me there: asks nodes of the table, by PING, what they see
/// and to have me dialled, and hears from the transport who did.
///
/// Every second until it is known, once there is somebody to ask, then each minute behind a router, every five in the
/// open; every five seconds behind a router in the first minute after the transport spoke, since it may have had a port
/// opened. Begins when the transport says that it can test (event `socket.listening`). Thread: [loop].
class Prober {
 public:
  /// `changed` hears that the judgement changed.
  Prober(Node& node, Requests& requests, std::function<void()> changed)
      : node_(node), requests_(requests), changed_(std::move(changed)) {}
  /// The transport listens at these endpoints, one per line.
  void listening(std::string_view endpoints);
  /// Whether the transport says that no datagram comes through.
  void blocked(bool is_blocked);
  /// Somebody dialled; `token` names the request that he was asked by.
  void dialled(sdk::bytes token);
  /// Somebody is there to ask: begins in a second, if nothing is being asked.
  void wake();

 private:
  struct Trial {
    Address by;
    std::uint64_t timer = 0;
  };
  void tick();
  void ask(const Contact& whom);
  void take(const Token& token, const Outcome& outcome);
  void end(const Token& token, bool has_reached);
  void judge();

  Node& node_;
  Requests& requests_;
  std::function<void()> changed_;
  std::map<Token, Trial> trials_;
  std::map<Address, std::uint64_t> asked_us_;
  std::uint64_t timer_ = 0, eager_until_us_ = 0;
};

}  // namespace p2pchat::kademlia
