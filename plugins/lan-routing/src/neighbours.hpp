// SPDX-License-Identifier: MIT
#pragma once
#include "routing/octets.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace p2pchat::lan_routing {

using namespace routing;

/// Somebody on this network who proved its id at its endpoint.
struct Neighbour {
  Id id;
  std::string endpoint;
  std::uint32_t rtt_ms = 0;
  std::uint64_t proven_us = 0;  ///< when it last did
};

/// Everybody on this network. Pure; 1,024 at most, those who come later are not taken.
class Neighbours {
 public:
  /// Whoever can be reached at several endpoints stays at the first while it answers there: `stale_us` after its last
  /// proof another may take over. An endpoint belongs to who proved itself there last. Returns whether it was unknown.
  bool prove(const Neighbour& who, std::uint64_t stale_us);
  /// Nobody answers there any more.
  void forget(const std::string& endpoint);
  std::optional<Neighbour> find(const Id& id) const;
  std::optional<Neighbour> at(const std::string& endpoint) const;
  /// The nearest to a key by XOR, nearest first.
  std::vector<Neighbour> nearest(const Id& key, std::size_t count) const;
  /// Those who last proved themselves before a time, longest ago first.
  std::vector<Neighbour> silent_since(std::uint64_t us) const;
  std::size_t size() const { return by_id_.size(); }

 private:
  std::map<Id, Neighbour> by_id_;
  std::map<std::string, Id> by_endpoint_;
};

}  // namespace p2pchat::lan_routing
