// SPDX-License-Identifier: MIT
#include "addressing.hpp"

#include "churn.hpp"

#include <ostream>

namespace p2pchat::simulation {
namespace {

constexpr std::uint64_t minute_us = 60'000'000, between_us = 100'000, longest_us = 12'000'000;

/// Asks from a random living node. The answer may come after the run's end: the result outlives the heap.
void ask(Sea& sea, Chance& chance, AddressingResult& result) {
  const auto from = sea.living()[chance.below(sea.living().size())];
  const auto key = chance.id(), me = sea.node(from)->id();
  const auto asked_us = sea.heap().now_us();
  sea.node(from)->routing.closest(
      key, 3, [&sea, &result, key, me, asked_us](const sdk::Status&, const sdk::NodeEntry* nodes, std::uint32_t count) {
        std::vector<sdk::Id> ids;
        for (std::uint32_t i = 0; i < count; ++i) ids.push_back(nodes[i].id);
        result.found.add(sea.are_nearest(ids, key, me));
        result.took_ms.add((sea.heap().now_us() - asked_us) / 1000);
      });
}

}  // namespace

AddressingResult run_addressing(const Options& options) {
  AddressingResult result;
  Sea sea(options.seed);
  sea.internet().loss = options.loss_percent / 100;
  sea.grow(options.nodes);
  Churn churn(sea, options.session_min * double(minute_us), options.back_min * double(minute_us));
  if (options.session_min > 0) churn.begin();
  const auto start = sea.internet().datagrams;
  sea.heap().run_for(static_cast<std::uint64_t>(options.minutes * double(minute_us)));
  const auto node_minutes = double(options.nodes) * std::max(options.minutes, 1.0);
  result.datagrams.add(static_cast<std::uint64_t>(double(sea.internet().datagrams - start) / node_minutes));
  for (const auto number : sea.living()) {
    const auto size = sea.node(number)->table_size();
    result.joined.add(size > 0);
    result.table.add(size);
  }
  Chance chance(options.seed, Purpose::questions);
  for (std::size_t i = 0; i < options.lookups; ++i) {
    ask(sea, chance, result);
    sea.heap().run_for(between_us);
  }
  sea.heap().run_for(longest_us);
  result.deaths = churn.deaths();
  result.events = sea.heap().count();
  result.trace = sea.internet().trace.hash();
  return result;
}

void print(const AddressingResult& result, std::ostream& out) {
  out << "the three nearest found  " << result.found.text() << "\n"
      << "nodes that joined        " << result.joined.text() << "\n"
      << "table entries            " << result.table.summary() << "\n"
      << "lookup, virtual ms       " << result.took_ms.summary() << "\n"
      << "datagrams a node, minute " << result.datagrams.mean() << "\n"
      << "deaths " << result.deaths << ", events " << result.events << ", trace " << std::hex << result.trace
      << std::dec << "\n";
}

}  // namespace p2pchat::simulation
