// SPDX-License-Identifier: MIT
#pragma once
#include "datagram.hpp"
#include "neighbours.hpp"
#include "routing/contact_key.hpp"

#include <p2pchat/transport.hpp>

namespace p2pchat::lan_routing {

/// What the parts of one running node share. It outlives them.
struct Node {
  sdk::Host& host;
  sdk::Transport& transport;
  sdk::Crypto& crypto;
  Id me;
  ContactKey key;
  Neighbours neighbours;
  /// How endpoints begin that are not addresses but words of a transport which reaches one place alone.
  std::string own_words = std::string(transport.scheme()) + ':';

  /// Sends a datagram; one that could not be made is not sent.
  void send(std::string_view endpoint, const Datagram& datagram) {
    if (const auto octets = to_octets(datagram); !octets.empty()) transport.send_datagram(endpoint, octets);
  }
  /// A number below `limit`, for jitter.
  std::uint64_t random_below(std::uint64_t limit) {
    std::uint64_t number = 0;
    host.random(reinterpret_cast<std::uint8_t*>(&number), sizeof number);
    return number % limit;
  }
};

/// What the key of a proof is bound to besides the two key pairs: the greeting and whose delegation it is.
inline Octets proof_context(const Greeting& greeting, const Id& owner) {
  Octets context;
  append(context, sdk::bytes::of(std::string_view("p2pchat/local/1\0", 16)));
  append(context, view(greeting.token));
  append(context, owner.view());
  append(context, greeting.share);
  return context;
}

/// The octets of a proof that its tag covers: all before it.
inline Octets tagged_part(Proof proof) {
  auto octets = to_octets(proof);
  octets.resize(octets.size() - std::min(octets.size(), proof.tag.size()));
  return octets;
}

}  // namespace p2pchat::lan_routing
