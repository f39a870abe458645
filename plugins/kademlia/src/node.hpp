// SPDX-License-Identifier: MIT
#pragma once
#include "counters.hpp"
#include "density.hpp"
#include "packet.hpp"
#include "reachability.hpp"
#include "routing/contact_key.hpp"
#include "routing_table.hpp"
#include "wariness.hpp"

#include <p2pchat/transport.hpp>

namespace p2pchat::kademlia {

/// What the parts of one running node share. It outlives them.
struct Node {
  sdk::Host& host;
  sdk::Transport& transport;
  sdk::Crypto& crypto;
  Id me;
  ContactKey key;
  RoutingTable table;
  Counters counters;
  NetworkSize size{};
  Reachability reach{};
  Wariness wariness{};

  /// Sends a datagram; one that could not be made, or is over the limit, is not sent.
  void send(const std::string& endpoint, const std::string& datagram) {
    if (datagram.empty() || datagram.size() > max_datagram) return;
    ++counters.sent;
    counters.sent_bytes += datagram.size();
    transport.send_datagram(endpoint, sdk::bytes::of(datagram));
  }
  Token random_token() {
    Token token;
    host.random(token.data(), token.size());
    return token;
  }
  Id random_id() {
    Id id;
    host.random(id.b, sizeof id.b);
    return id;
  }
  /// A number below `limit`, for jitter.
  std::uint64_t random_below(std::uint64_t limit) {
    std::uint64_t number = 0;
    host.random(reinterpret_cast<std::uint8_t*>(&number), sizeof number);
    return number % limit;
  }
};

}  // namespace p2pchat::kademlia
