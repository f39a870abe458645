// SPDX-License-Identifier: MIT
#include "model/beach.hpp"

#include <algorithm>
#include <ranges>

namespace p2pchat::terminal_ui {

std::vector<Bottle> Beach::replace(std::vector<Bottle> bottles) {
  std::vector<Bottle> came;
  std::set<sdk::Id> here;
  for (auto& bottle : bottles | std::views::reverse) {
    bottle.name = names_.name(bottle.id);
    here.insert(bottle.id);
    const auto before = std::ranges::find(bottles_, bottle.id, &Bottle::id);
    const bool is_news = bottle.voyage == sdk::Voyage::passing || bottle.voyage == sdk::Voyage::unread;
    const bool differs = before == bottles_.end() || before->voyage != bottle.voyage;
    if (is_news && differs && shown(bottle)) came.push_back(bottle);
  }
  names_.retain(here);
  bottles_ = std::move(bottles);
  return came;
}

std::vector<const Bottle*> Beach::lying() const {
  std::vector<const Bottle*> list;
  for (const auto& bottle : bottles_)
    if (bottle.voyage != sdk::Voyage::passing && shown(bottle)) list.push_back(&bottle);
  return list;
}

std::vector<const Bottle*> Beach::passing() const {
  std::vector<const Bottle*> list;
  for (const auto& bottle : bottles_)
    if (bottle.voyage == sdk::Voyage::passing && shown(bottle)) list.push_back(&bottle);
  return list;
}

const Bottle* Beach::find(const sdk::Id& bottle) const {
  const auto found = std::ranges::find(bottles_, bottle, &Bottle::id);
  return found == bottles_.end() || !shown(*found) ? nullptr : &*found;
}

std::size_t Beach::unread() const {
  const auto glows = [](const Bottle* bottle) { return bottle->voyage == sdk::Voyage::unread; };
  return static_cast<std::size_t>(std::ranges::count_if(lying(), glows));
}

bool Beach::shown(const Bottle& bottle) const {
  const auto* person = book_.find(bottle.sender);
  return !person || person->relation != sdk::Relation::blocked;
}

}  // namespace p2pchat::terminal_ui
