// SPDX-License-Identifier: MIT
#include "course.hpp"

#include "note/endpoint.hpp"
#include "note/gas_chain.hpp"

#include <algorithm>
#include <span>

namespace p2pchat::bottle {
namespace {

bool names(std::span<const Neighbour> list, const Id& id) {
  return std::ranges::any_of(list, [&](const Neighbour& neighbour) { return neighbour.id == id; });
}

bool holds(const std::vector<Id>& ids, const Id& id) { return std::ranges::find(ids, id) != ids.end(); }

/// Everybody who may be in N, nearest first, each once.
std::vector<Neighbour> candidates(const Note& note, const View& view) {
  std::vector<Neighbour> nodes;
  const auto add = [&](const Neighbour& node) {
    if (node.id != note.sender && !holds(view.absent, node.id) && !names(nodes, node.id)) nodes.push_back(node);
  };
  if (!view.released) add({.id = view.me});
  for (const auto& node : view.known)
    if (node.id != view.me) add(node);
  std::ranges::sort(nodes,
                    [&](const Neighbour& a, const Neighbour& b) { return is_nearer(a.id, b.id, note.target()); });
  return nodes;
}

}  // namespace

bool is_nearer(const Id& a, const Id& b, const Id& target) {
  for (std::size_t i = 0; i < sizeof target.b; ++i)
    if (a.b[i] != b.b[i]) return (a.b[i] ^ target.b[i]) < (b.b[i] ^ target.b[i]);
  return false;
}

Course judge(const Note& note, const View& view) {
  auto nodes = candidates(note, view);
  const auto first = [&nodes](std::size_t count) { return std::span(nodes).first(std::min(nodes.size(), count)); };
  const auto nearest = first(beaches);
  const bool thrown = view.me == note.sender, arrived = view.me == note.receiver;
  Course course;
  course.ashore = !thrown && !view.released && (arrived || names(note.gas > 0 ? nearest : first(near_nodes), view.me));
  if (!arrived && note.gas > 0 && view.absent.size() <= most_replacements)
    for (const auto& node : nearest) {
      if (node.id == view.me || holds(view.reached, node.id)) continue;
      if (names(note.nearest, node.id))
        course.claimed.push_back(node.id);
      else
        course.targets.push_back(node);
    }
  nodes.resize(std::min<std::size_t>(nodes.size(), most_neighbours));
  course.nearest = std::move(nodes);
  return course;
}

Note leg_of(sdk::Crypto& crypto, const Note& note, const Course& course, const Id& me, const Neighbour& to) {
  Note leg = note;
  leg.nearest.clear();
  for (const auto& neighbour : course.nearest) leg.nearest.push_back(told_to(neighbour, to));
  if (me == note.sender || note.gas == 0) return leg;
  --leg.gas;
  leg.gas_token = next_token(crypto, note.gas_token);
  return leg;
}

}  // namespace p2pchat::bottle
