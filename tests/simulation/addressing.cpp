// SPDX-License-Identifier: MIT
#include "addressing.hpp"

#include "churn.hpp"
#include "durations.hpp"
#include "filled_disks.hpp"
#include "questions.hpp"

#include <ostream>

namespace p2pchat::simulation {
namespace {

constexpr std::uint64_t between_us = 100'000, longest_us = 12'000'000;

void look_at_tables(Sea& sea, const Liars& liars, AddressingResult& result) {
  for (const auto number : sea.living()) {
    auto& node = *sea.node(number);
    if (liars.is_liar(node.id())) continue;
    std::uint64_t size = 0, of_liars = 0;
    node.routing.table([&](const sdk::NodeEntry& entry, std::uint32_t, std::uint32_t) {
      ++size;
      of_liars += liars.is_liar(entry.id);
      result.liars.add(liars.is_liar(entry.id));
    });
    if (size > 0) result.liars_percent.add(100 * of_liars / size);
    result.joined.add(size > 0);
    result.table.add(size);
  }
}

template <class Ask>
AddressingResult run(const Options& options, const std::function<void(Sea&, Liars&)>& prepare, const Ask& ask) {
  AddressingResult result;
  Sea sea(options.seed);
  sea.internet().loss = options.loss_percent / 100;
  Liars liars(sea, options);
  if (options.filled > 0)
    grow_filled(sea, options.nodes, options.filled);
  else
    sea.grow(options.nodes);
  prepare(sea, liars);
  Churn churn(sea, options);
  churn.begin();
  const auto start = sea.internet().datagrams;
  sea.heap().run_for(static_cast<std::uint64_t>(options.minutes * double(minute_us)));
  const auto node_minutes = double(options.nodes) * std::max(options.minutes, 1.0);
  result.idle.add(static_cast<std::uint64_t>(double(sea.internet().datagrams - start) / node_minutes));
  look_at_tables(sea, liars, result);
  Questions questions(sea, liars);
  for (std::size_t i = 0; i < options.lookups; ++i) {
    ask(questions);
    sea.heap().run_for(between_us);
  }
  sea.heap().run_for(longest_us);
  result.neighbours = known_neighbours(sea, liars);
  result.missed = questions.missed.figures();
  result.found = questions.found;
  result.took_ms = questions.took_ms;
  result.requests = questions.requests;
  result.datagrams = questions.datagrams;
  for (const auto number : sea.living()) {
    if (liars.is_liar(number)) continue;
    const auto counters = sea.node(number)->routing.counters();
    result.alarmed.good += counters.alarmed_lookups, result.alarmed.all += counters.lookups;
  }
  result.deaths = churn.deaths();
  result.events = sea.heap().count();
  result.trace = sea.internet().trace.hash();
  return result;
}

}  // namespace

AddressingResult run_addressing(const Options& options) {
  return run(
      options, [](Sea&, Liars&) {}, [](Questions& questions) { questions.ask_nearest(); });
}

AddressingResult run_hiding(const Options& options) {
  std::size_t hidden = 0;
  const auto surround = [&](Sea& sea, Liars& liars) {
    Chance chance(options.seed, Purpose::lying, UINT64_MAX - 1);
    hidden = liars.honest(chance);
    liars.surround(sea.node(hidden)->id());
  };
  return run(options, surround, [&](Questions& questions) { questions.ask_where(hidden); });
}

void print(const AddressingResult& result, std::ostream& out) {
  out << "answered right           " << result.found.text() << "\n"
      << "requests a question      " << result.requests.summary() << "\n"
      << "datagrams sent for it    " << result.datagrams.summary() << "\n"
      << "virtual ms               " << result.took_ms.summary() << "\n"
      << "nodes that joined        " << result.joined.text() << "\n"
      << "table entries            " << result.table.summary() << "\n"
      << "of them liars            " << result.liars.text() << "\n"
      << "  percent, by table      " << result.liars_percent.summary() << "\n"
      << "neighbours in tables     " << result.neighbours.text() << "\n"
      << "datagrams a node, minute " << result.idle.mean() << "\n"
      << "lookups with four paths  " << result.alarmed.text() << "\n"
      << "deaths " << result.deaths << ", events " << result.events << ", trace " << std::hex << result.trace
      << std::dec << "\n";
  if (result.missed.asked.count() > 0) print(result.missed, out);
}

}  // namespace p2pchat::simulation
