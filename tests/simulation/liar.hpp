// SPDX-License-Identifier: MIT
#pragma once
#include "packet.hpp"
#include "round_trip.hpp"
#include "sea.hpp"

namespace p2pchat::simulation {

/// How a node lies to those who look something up.
enum class Lie : std::uint8_t {
  forge,    ///< names ids beside the key that nobody has, at its own, at others' and at nobody's address, and the true
            ///< nearest where they are not
  haunt,    ///< names only ids beside the key where nobody lives, so that each costs a wait
  collude,  ///< names only the liars nearest the key: all of them real
  drop,     ///< proves itself, answers pings, and never names anybody
  stall     ///< tells the truth a moment before the asker gives up; it keeps the asker's clock for that
};
inline constexpr std::size_t lie_count = 5;

/// Whom a liar knows: everybody, and who is with it.
struct Gossip {
  std::function<bool(const sdk::Id&)> is_liar;
  /// The nearest living nodes to a key, of all or of the liars.
  std::function<std::vector<kademlia::Contact>(const sdk::Id& key, std::size_t count, bool liars_only)> nearest;
  std::function<kademlia::Contact()> stranger;
  std::uint32_t bits = 0;  ///< how long a prefix the nearest node to a key shares with it, about
};

/// A node that runs the real plugin and changes the answers it gives to honest nodes. Lives as long as its node.
///
/// It proves its id as everybody does: its plugin makes the answer, and the liar puts other contacts into it under the
/// key the plugin has just tagged it with.
class Liar {
 public:
  Liar(Sea& sea, SimNode& node, Lie lie, const Gossip& gossip);
  Liar(const Liar&) = delete;
  Liar& operator=(const Liar&) = delete;

 private:
  bool on_sent(std::string_view to, const std::string& datagram);
  void on_heard(std::string_view from, sdk::bytes datagram);
  bool is_friend(std::string_view endpoint) const;
  void name_others(std::string_view to, const kademlia::Packet& answer);
  void stall(std::string_view to, const std::string& datagram);
  std::vector<kademlia::Contact> made_up(const sdk::Id& key);
  sdk::Id beside(const sdk::Id& key);
  routing::Address nowhere();

  Sea& sea_;
  SimNode& node_;
  const Lie lie_;
  const Gossip& gossip_;
  Chance chance_;
  wire::JsonParser parser_;
  std::vector<std::uint8_t> key_;                      ///< what the last datagram was tagged under
  std::map<kademlia::Token, sdk::Id> asked_;           ///< the key each request is for
  std::map<std::string, kademlia::RoundTrip> clocks_;  ///< how long each asker waits for me, as it reckons itself
};

}  // namespace p2pchat::simulation
