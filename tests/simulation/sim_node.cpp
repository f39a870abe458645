// SPDX-License-Identifier: MIT
#include "sim_node.hpp"

#include <stdexcept>

namespace p2pchat::simulation {

SimNode::SimNode(Internet& internet, Person& person, std::uint64_t seed, const std::string& bootstrap)
    : place(person.place),
      born_us(internet.heap().now_us()),
      host(internet.heap(), seed, person.place << 16 | person.starts++),
      transport(internet, person.place),
      crypto(host),
      identity(host, crypto, person.key_file),
      tables(host, person.disk) {
  host.set("bootstrap", bootstrap);
  host.provide<sdk::Transport>(transport);
  host.provide<sdk::Crypto>(crypto);
  host.provide<sdk::Identity>(identity);
  host.provide<sdk::Tables>(tables);
  host.provide<sdk::Routing>(routing);
  if (const auto status = routing.start(); !status.ok()) throw std::runtime_error(status.text);
  routing.join({}, {});
}

std::size_t SimNode::table_size() {
  std::size_t size = 0;
  routing.table([&](const sdk::NodeEntry&, std::uint32_t, std::uint32_t) { ++size; });
  return size;
}

}  // namespace p2pchat::simulation
