// SPDX-License-Identifier: MIT
#pragma once
#include "routing/address.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace p2pchat::kademlia {

using namespace routing;

/// How this node can be reached from outside, in one family of addresses.
enum class Standing : std::uint8_t {
  unknown,
  open,           ///< a stranger dialled it
  router,         ///< behind a router that keeps one port for all whom I ask: it can be punched
  random_router,  ///< behind a router with another port for each
  blocked         ///< datagrams do not come through at all
};

/// Says where others see me, and whether they can reach me there, by what they told and tried. Pure.
///
/// An address counts when three networks say the same, fewer while fewer are known; it is open when somebody dialled
/// it, closed when two tried in vain (one, while only one is known). What is older than 15 minutes is forgotten. Only
/// global addresses are judged: in a network of one's own everybody can be reached. Without a transport that can test,
/// nothing is judged, and this node counts as open.
class Reachability {
 public:
  /// Where this machine listens by its own account; the transport can test from now on.
  void set_listening(std::vector<Address> addresses);
  void set_blocked(bool is_blocked) { is_blocked_ = is_blocked; }
  /// Somebody at `by` sees me at `me`.
  void seen(const Address& by, const Address& me, std::uint64_t now_us);
  /// Somebody at `by` dialled me, or tried to.
  void dialled(const Address& by, bool has_reached, std::uint64_t now_us);
  /// Judges anew; `known` are nodes that answer. True when something changed.
  bool judge(const std::vector<Address>& known, std::uint64_t now_us);

  bool can_test() const { return can_test_; }
  /// Of the family of addresses of which something is known, IPv4 before IPv6.
  Standing standing() const { return told().standing; }
  /// Whether I may offer myself to a node there to enter its table; `to` is nothing when only a name is known.
  bool offers_to(const std::optional<Address>& to) const;
  /// Whether nobody out there can reach me: then I ask, and enter no table.
  bool is_client() const;
  /// For a network view: `open 203.0.113.7:12476`, `router ...`, `random-router ...`, `blocked` or `unknown`.
  std::string summary() const;

 private:
  struct Sight {
    Address me;
    std::uint64_t us = 0;
  };
  struct Trial {
    bool has_reached = false;
    std::uint64_t us = 0;
  };
  struct Side {
    std::map<Address, Sight> sights;  // by who said it
    std::map<Address, Trial> trials;  // by who tried
    Standing standing = Standing::unknown;
    std::optional<Address> me{};  ///< where the most see me, once it counts
  };
  Side& side(const Address& family) { return sides_[family.is_v4() ? 0 : 1]; }
  const Side& told() const;
  void count_votes(Side& side, std::size_t networks) const;
  Standing judged(const Side& side, std::size_t known) const;
  bool is_mine(const Side& side, bool is_v4) const;

  std::array<Side, 2> sides_;  // IPv4, IPv6
  std::vector<Address> listening_;
  bool can_test_ = false, is_blocked_ = false;
};

}  // namespace p2pchat::kademlia
