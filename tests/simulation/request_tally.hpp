// SPDX-License-Identifier: MIT
#pragma once
#include "packet.hpp"
#include "sea.hpp"

#include <set>

namespace p2pchat::simulation {

/// What a lookup cost.
struct Cost {
  std::uint64_t requests = 0;   ///< things asked; one that is sent again, or begins with a greeting, is one
  std::uint64_t datagrams = 0;  ///< sent for them by the asker
};

/// Counts what lookups send by reading their datagrams: each asks for a key of its own.
class RequestTally {
 public:
  explicit RequestTally(Internet& internet);
  RequestTally(const RequestTally&) = delete;
  RequestTally& operator=(const RequestTally&) = delete;

  void begin(std::size_t place, const sdk::Id& key);
  Cost end(std::size_t place, const sdk::Id& key);

 private:
  struct Count {
    std::set<kademlia::Token> requests{};
    std::uint64_t datagrams = 0;
  };
  void see(std::size_t place, sdk::bytes datagram);

  wire::JsonParser parser_;
  std::map<std::pair<std::size_t, sdk::Id>, Count> open_;  // by asker and key
};

}  // namespace p2pchat::simulation
