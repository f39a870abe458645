// SPDX-License-Identifier: MIT
#pragma once
#include "figures.hpp"
#include "options.hpp"

#include <iosfwd>

namespace p2pchat::simulation {

/// What came of looking for the three nearest.
struct AddressingResult {
  Share joined;                            ///< tables with somebody in them when the questions begin
  Share found;                             ///< lookups that named exactly the three living nearest, in order
  Distribution table, took_ms, datagrams;  ///< entries; of a lookup: virtual time. Datagrams a node and minute, idle
  std::uint64_t deaths = 0, events = 0, trace = 0;
};

/// Addressing alone: nodes join one after the other, live for a while, and then ask for the three nodes nearest random
/// keys, ten questions a second all over the sea. Judged by who lives when the answer comes.
AddressingResult run_addressing(const Options& options);
void print(const AddressingResult& result, std::ostream& out);

}  // namespace p2pchat::simulation
