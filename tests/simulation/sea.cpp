// SPDX-License-Identifier: MIT
#include "sea.hpp"

#include <algorithm>

namespace p2pchat::simulation {
namespace {

constexpr std::size_t bootstrap_nodes = 3;

}  // namespace

std::size_t Sea::add(std::vector<std::uint8_t> key_file, std::optional<std::size_t> beside) {
  const auto number = add_person(std::move(key_file), beside);
  start(number);
  return number;
}

std::size_t Sea::add_person(std::vector<std::uint8_t> key_file, std::optional<std::size_t> beside) {
  const auto place = internet_.add_place(beside);
  people_.push_back({.place = place, .key_file = std::move(key_file)});
  nodes_.emplace_back();
  return place;
}

void Sea::start(std::size_t number) {
  std::string bootstrap;
  for (std::size_t i = 0; i < bootstrap_nodes && !living_.empty(); ++i)
    bootstrap += internet_.endpoint(living_[bootstrap_.below(living_.size())]) + '\n';
  auto with_bootstrap = settings ? settings(number) : Settings{};
  with_bootstrap.emplace_back("bootstrap", bootstrap);
  nodes_[number] = std::make_unique<SimNode>(exchange_, people_[number], seed_, with_bootstrap);
  living_.push_back(number);
  started_us_ = heap_.now_us();
  auto& node = *nodes_[number];
  ids_.add(node.id(), number);
  if (with_bottles) node.start_bottles();
  if (on_start) on_start(node);
}

void Sea::kill(std::size_t number) {
  ids_.erase(nodes_[number]->id());
  nodes_[number].reset();
  died_us_ = people_[number].ended_us = heap_.now_us();
  const auto found = std::ranges::find(living_, number);
  *found = living_.back();
  living_.pop_back();
}

void Sea::grow(std::size_t count, std::uint64_t pause_us) {
  for (std::size_t i = 0; i < count; ++i) {
    add();
    heap_.run_for(pause_us);
  }
}

SimNode* Sea::find(const sdk::Id& id) {
  const auto* number = ids_.find(id);
  return number ? nodes_[*number].get() : nullptr;
}

std::vector<sdk::Id> Sea::nearest(const sdk::Id& key, std::size_t count, const sdk::Id& without,
                                  const std::vector<sdk::Id>& found) const {
  std::vector<sdk::Id> ids;
  ids_.visit_nearest(key, [&](const sdk::Id& id, std::size_t number) {
    if (ids.size() < count && id != without && (is_settled(number) || std::ranges::find(found, id) != found.end()))
      ids.push_back(id);
    return ids.size() < count;
  });
  return ids;
}

bool Sea::are_nearest(const std::vector<sdk::Id>& ids, const sdk::Id& key, const sdk::Id& without) const {
  if (ids.size() != 3) return false;
  auto settled = ids;
  for (const auto number : living_)
    if (!is_settled(number)) std::erase(settled, nodes_[number]->id());
  return settled == nearest(key, settled.size(), without);
}

}  // namespace p2pchat::simulation
