// SPDX-License-Identifier: MIT
#include "besieger.hpp"

#include "durations.hpp"

namespace p2pchat::simulation {

using namespace kademlia;

Besieger::Besieger(SimNode& node, const Contact& besieged)
    : besieged_(besieged),
      endpoint_(routing::to_text(besieged.address)),
      node_{node.host,
            node.transport,
            node.crypto,
            node.id(),
            routing::ContactKey(node.host, node.crypto, node.identity),
            RoutingTable(node.id()),
            {}},
      requests_(
          node_, [](const Contact&, std::uint32_t) {}, [](const Contact&) {}) {
  auto before = std::move(node.transport.on_heard);
  node.transport.on_heard = [this, before = std::move(before)](std::string_view from, sdk::bytes datagram) {
    if (before) before(from, datagram);
    if (from != endpoint_) return;
    const auto received = from_datagram(parser_, datagram);
    if (received && !is_request(received->packet.kind)) requests_.on_answer(besieged_.address, *received);
  };
  node_.key.start([] {});
  node_.host.after(node_.random_below(minute_ms), [this] { greet(); });
}

void Besieger::greet() {
  requests_.ask({.kind = Question::Kind::greet, .whom = besieged_, .announce = true}, {});
  node_.host.after(minute_ms, [this] { greet(); });
}

}  // namespace p2pchat::simulation
