// SPDX-License-Identifier: MIT
#pragma once
#include "internet.hpp"

namespace p2pchat::simulation {

class SimNetwork;

/// A message on its way from one node to another.
struct Message {
  sdk::Id from, to;
  std::string type, body;
};

/// Where the sessions of all nodes meet: who lives at a place, and what happened to who lived there.
///
/// A process that ends closes its connections, so that its peers hear of it; half of them vanish instead, as a
/// computer without power does: then a dial takes its ten seconds, and a standing session swallows what is sent for a
/// minute.
class Exchange {
 public:
  Exchange(Internet& internet, std::uint64_t seed) : internet_(internet), vanishing_(seed, Purpose::deaths, 1) {}
  double vanishing_share = 0.5;
  /// Sees each message as it leaves, before it is heard, and after it was.
  std::function<void(const Message&)> on_sent, on_arrived, on_heard;
  std::uint64_t messages = 0, message_bytes = 0, handshakes = 0;

  Internet& internet() { return internet_; }
  /// Who lives at a place, or null.
  SimNetwork* at(std::size_t place) const { return place < homes_.size() ? homes_[place].network : nullptr; }
  /// Whether the last who lived at a place vanished.
  bool has_vanished(std::size_t place) const { return place >= homes_.size() || homes_[place].has_vanished; }
  void enter(std::size_t place, SimNetwork& network);
  void leave(std::size_t place);

 private:
  struct Home {
    SimNetwork* network = nullptr;
    bool has_vanished = false;
  };
  Internet& internet_;
  Chance vanishing_;
  std::vector<Home> homes_;
};

}  // namespace p2pchat::simulation
