// SPDX-License-Identifier: MIT
#include "eclipse.hpp"

#include "besieger.hpp"
#include "durations.hpp"
#include "questions.hpp"
#include "remembered.hpp"

#include <ostream>

namespace p2pchat::simulation {
namespace {

constexpr std::uint64_t apart_us = 100'000, last_answer_us = 12 * second_us;

/// One honest node, and all who besiege it.
class Siege {
 public:
  Siege(Sea& sea, Liars& liars, const Options& options)
      : sea_(sea), liars_(liars), options_(options), questions_(sea, liars) {
    Chance chance(options.seed, Purpose::lying, UINT64_MAX - 1);
    besieged_ = liars.honest(chance);
    sea.settings = [this, before = sea.settings](std::size_t number) {
      return number == besieged_ ? Settings{{"bootstrap", ""}} : before(number);
    };
  }
  void begin() {
    const auto first = sea_.size();
    const auto id = sea_.node(besieged_)->id();
    liars_.crowd(id);
    const auto address = *routing::parse_address(sea_.internet().endpoint(besieged_));
    for (auto number = first; number < sea_.size(); ++number)
      besiegers_.push_back(std::make_unique<Besieger>(*sea_.node(number), kademlia::Contact{id, address}));
  }
  void restart() {
    sea_.kill(besieged_);
    sea_.heap().run_for(second_us);
    sea_.start(besieged_);
  }
  SiegeFigures look() {
    SiegeFigures figures;
    auto& node = *sea_.node(besieged_);
    node.routing.table([&](const sdk::NodeEntry& entry, std::uint32_t, std::uint32_t) {
      figures.sybils.add(liars_.is_liar(entry.id));
    });
    for (const auto& [key, line] : sea_.person(besieged_).disk[kademlia::remembered_table]) {
      sdk::Id id;
      std::copy_n(key.begin(), std::min(key.size(), sizeof id.b), id.b);
      figures.on_disk.add(liars_.is_liar(id));
    }
    for (std::size_t i = 0; i < options_.lookups; ++i) {
      questions_.ask_nearest(besieged_);
      sea_.heap().run_for(apart_us);
    }
    sea_.heap().run_for(last_answer_us);
    figures.found = std::exchange(questions_.found, {});
    return figures;
  }

 private:
  Sea& sea_;
  Liars& liars_;
  const Options options_;
  Questions questions_;
  std::size_t besieged_ = 0;
  std::vector<std::unique_ptr<Besieger>> besiegers_;
};

void print_time(const char* when, const SiegeFigures& figures, std::ostream& out) {
  out << when << "in its table " << figures.sybils.text() << ", on its disk " << figures.on_disk.text()
      << ", answered right " << figures.found.text() << "\n";
}

}  // namespace

EclipseResult run_eclipse(const Options& options) {
  EclipseResult result;
  Sea sea(options.seed);
  sea.internet().loss = options.loss_percent / 100;
  Liars liars(sea, options);
  sea.grow(options.nodes);
  sea.heap().run_for(minute_us);
  Siege siege(sea, liars, options);
  siege.begin();
  result.before = siege.look();
  sea.heap().run_for(static_cast<std::uint64_t>(options.minutes * double(minute_us)));
  result.besieged = siege.look();
  siege.restart();
  sea.heap().run_for(minute_us);
  result.restarted = siege.look();
  sea.heap().run_for(9 * minute_us);
  result.later = siege.look();
  result.events = sea.heap().count();
  result.trace = sea.internet().trace.hash();
  return result;
}

void print(const EclipseResult& result, std::ostream& out) {
  print_time("they have come:   ", result.before, out);
  print_time("after the siege:  ", result.besieged, out);
  print_time("restarted, 1 min: ", result.restarted, out);
  print_time("and 10 minutes:   ", result.later, out);
  out << "events " << result.events << ", trace " << std::hex << result.trace << std::dec << "\n";
}

}  // namespace p2pchat::simulation
