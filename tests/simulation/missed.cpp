// SPDX-License-Identifier: MIT
#include "missed.hpp"

#include "durations.hpp"

#include <ostream>

namespace p2pchat::simulation {
namespace {

constexpr std::size_t neighbours = 8, most_looked_at = 300;

std::vector<SimNode*> honest_near(Sea& sea, const Liars& liars, const sdk::Id& id) {
  std::vector<SimNode*> nearest;
  sea.ids().visit_nearest(id, [&](const sdk::Id& other, std::size_t number) {
    if (other != id && !liars.is_liar(number)) nearest.push_back(sea.node(number));
    return nearest.size() < neighbours;
  });
  return nearest;
}

bool knows(SimNode& node, const sdk::Id& id) {
  bool found = false;
  node.routing.table([&](const sdk::NodeEntry& entry, std::uint32_t, std::uint32_t) { found |= entry.id == id; });
  return found;
}

}  // namespace

void Missed::add(const std::vector<sdk::Id>& asked, const std::vector<sdk::Id>& passed_over) {
  std::vector<SimNode*> honest;
  for (const auto& id : asked)
    if (auto* node = sea_.find(id); node && !liars_.is_liar(id)) honest.push_back(node);
  figures_.asked.add(honest.size());
  for (const auto& id : passed_over) {
    figures_.ages_s.add((sea_.heap().now_us() - sea_.find(id)->born_us) / second_us);
    for (auto* node : honest) figures_.knew.add(knows(*node, id));
    std::uint64_t knowing = 0;
    for (const auto number : sea_.living()) knowing += !liars_.is_liar(number) && knows(*sea_.node(number), id);
    figures_.knowing.add(knowing);
    for (auto* node : honest_near(sea_, liars_, id)) figures_.neighbours.add(knows(*node, id));
  }
}

Share known_neighbours(Sea& sea, const Liars& liars) {
  Share known;
  std::size_t looked_at = 0;
  for (const auto number : sea.living()) {
    if (liars.is_liar(number)) continue;
    auto& node = *sea.node(number);
    for (const auto* other : honest_near(sea, liars, node.id())) known.add(knows(node, other->id()));
    if (++looked_at == most_looked_at) break;
  }
  return known;
}

void print(const MissedFigures& figures, std::ostream& out) {
  out << "passed over: known to    " << figures.knowing.summary() << "\n"
      << "  of its neighbours      " << figures.neighbours.text() << "\n"
      << "  honest nodes asked     " << figures.asked.summary() << "\n"
      << "  of them knew it        " << figures.knew.text() << "\n"
      << "  its age, seconds       " << figures.ages_s.summary() << "\n"
      << "named, dead since, ms    " << figures.dead_ms.summary() << "\n";
}

}  // namespace p2pchat::simulation
