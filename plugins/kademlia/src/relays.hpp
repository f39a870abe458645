// SPDX-License-Identifier: MIT
#pragma once
#include "requests.hpp"

namespace p2pchat::kademlia {

/// Keeps in touch with the three reachable nodes nearest my id while nobody can dial me: they call me when somebody
/// wants me, and say so to those who look me up.
///
/// A PING every 15 seconds keeps a router's door open as well. Who does not answer or has no room is left alone for
/// five minutes. Thread: [loop].
class Relays {
 public:
  static constexpr std::size_t wanted = 3;

  Relays(Node& node, Requests& requests) : node_(node), requests_(requests) {}
  /// Begins or ends, by the judgement of how I can be reached.
  void wake();
  /// Whether somebody at this address keeps in touch with me, or I with him.
  bool includes(const Address& address) const { return relays_.contains(address); }

 private:
  struct Relay {
    Contact contact;
    std::uint64_t due_us = 0;
    std::uint32_t failures = 0;
    bool is_asking = false;
  };
  void tick();
  void choose();
  void ask(Relay& relay);
  void take(const Address& address, const Outcome& outcome);

  Node& node_;
  Requests& requests_;
  std::map<Address, Relay> relays_;
  std::map<Address, std::uint64_t> avoided_us_;
  bool is_running_ = false;
};

}  // namespace p2pchat::kademlia
