// SPDX-License-Identifier: MIT
#pragma once
#include "requests.hpp"

namespace p2pchat::kademlia {

/// Those whom nobody can dial, and who keep in touch with me so that I can call them: at most 64, 4 of one network.
///
/// Each proved his id at the address he keeps in touch from, and is forgotten after 50 seconds of silence. Thread:
/// [loop].
class Holdings {
 public:
  static constexpr std::size_t most = 64, most_per_network = 4;

  Holdings(Node& node, Requests& requests) : node_(node), requests_(requests) {}
  /// Somebody asks to be held. Whether he is; if not, he is greeted so that he may be when he asks again.
  bool hold(const Contact& whom);
  bool holds(const Id& id) const;
  /// Tells somebody that a caller waits; when that fails, the transport is told with `relay.refused`.
  void call(const Id& id, sdk::bytes token);

 private:
  struct Held {
    Address address;
    std::uint64_t until_us = 0;
  };
  bool has_room(const Contact& whom);

  Node& node_;
  Requests& requests_;
  std::map<Id, Held> held_;
  std::map<Id, std::uint64_t> greeted_us_;
};

}  // namespace p2pchat::kademlia
