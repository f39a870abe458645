// SPDX-License-Identifier: MIT
#include "sim_node.hpp"

#include <stdexcept>

namespace p2pchat::simulation {

SimNode::SimNode(Exchange& exchange, Person& person, std::uint64_t seed, const Settings& settings)
    : place(person.place),
      born_us(exchange.internet().heap().now_us()),
      host(exchange.internet().heap(), seed, person.place << 16 | person.starts++),
      transport(exchange.internet(), person.place),
      crypto(host),
      identity(host, crypto, person.key_file),
      tables(host, person.disk),
      network(exchange, host, routing, person.place, identity.id()) {
  for (const auto& [key, value] : settings) host.set(key, value);
  host.provide<sdk::Transport>(transport);
  host.provide<sdk::Crypto>(crypto);
  host.provide<sdk::Identity>(identity);
  host.provide<sdk::Tables>(tables);
  host.provide<sdk::Routing>(routing);
  host.provide<sdk::Network>(network);
  if (const auto status = routing.start(); !status.ok()) throw std::runtime_error(status.text);
  routing.join({}, {});
}

SimNode::~SimNode() {
  host.drop_callbacks();
  if (bottles) bottles->destroy();
}

void SimNode::start_bottles() {
  bottles = new bottle::Bottle(host);
  if (const auto status = bottles->start(); !status.ok()) throw std::runtime_error(status.text);
}

std::size_t SimNode::table_size() {
  std::size_t size = 0;
  routing.table([&](const sdk::NodeEntry&, std::uint32_t, std::uint32_t) { ++size; });
  return size;
}

}  // namespace p2pchat::simulation
