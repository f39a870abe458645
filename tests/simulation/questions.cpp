// SPDX-License-Identifier: MIT
#include "questions.hpp"

#include "routing/distance.hpp"

#include <algorithm>

namespace p2pchat::simulation {

Questions::Questions(Sea& sea, const Liars& liars)
    : missed(sea, liars), sea_(sea), liars_(liars), chance_(sea.seed(), Purpose::questions), tally_(sea.internet()) {}

void Questions::ask_nearest() { ask_nearest(liars_.honest(chance_)); }

void Questions::ask_nearest(std::size_t from) {
  const auto key = chance_.id(), me = sea_.node(from)->id();
  const auto asked_us = sea_.heap().now_us();
  tally_.begin(from, key);
  const auto asked = std::make_shared<std::vector<sdk::Id>>();
  auto& host = sea_.node(from)->host;
  const auto hearing = host.subscribe("lookup.asks", [asked, key](sdk::str, const sdk::Id& whom, sdk::bytes target) {
    if (sdk::same(target, key.view())) asked->push_back(whom);
  });
  sea_.node(from)->routing.closest(
      key, 3, [=, this, &host](const sdk::Status&, const sdk::NodeEntry* nodes, std::uint32_t count) {
        host.cancel(hearing);
        std::vector<sdk::Id> named;
        for (std::uint32_t i = 0; i < count; ++i) named.push_back(nodes[i].id);
        const bool is_good = is_right(named, key, me);
        if (!is_good) {
          missed.add(*asked, passed_over(named, key, me));
          add_dead(nodes, count);
        }
        end(from, key, asked_us, is_good);
      });
}

void Questions::add_dead(const sdk::NodeEntry* nodes, std::uint32_t count) {
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto place = sea_.internet().place(nodes[i].endpoint);
    if (place && !sea_.find(nodes[i].id)) missed.add_dead(sea_.heap().now_us() - sea_.person(*place).ended_us);
  }
}

void Questions::ask_where(std::size_t number) {
  auto from = liars_.honest(chance_);
  while (from == number) from = liars_.honest(chance_);
  const auto sought = sea_.node(number)->id();
  const auto asked_us = sea_.heap().now_us();
  tally_.begin(from, sought);
  sea_.node(from)->routing.locate(
      sought, [this, from, sought, number, asked_us](const sdk::Status& status, const sdk::NodeEntry& node) {
        const bool is_there = status.ok() && node.id == sought && node.endpoint == sea_.internet().endpoint(number);
        end(from, sought, asked_us, is_there);
      });
}

void Questions::end(std::size_t from, const sdk::Id& key, std::uint64_t asked_us, bool is_good) {
  const auto cost = tally_.end(from, key);
  found.add(is_good);
  took_ms.add((sea_.heap().now_us() - asked_us) / 1000);
  requests.add(cost.requests);
  datagrams.add(cost.datagrams);
}

bool Questions::is_right(const std::vector<sdk::Id>& named, const sdk::Id& key, const sdk::Id& me) {
  const auto is_alive = [&](const sdk::Id& id) { return sea_.find(id) != nullptr; };
  const auto away = [&](const sdk::Id& id) { return routing::distance(key, id); };
  if (named.size() != 3 || !std::ranges::all_of(named, is_alive) || !std::ranges::is_sorted(named, {}, away))
    return false;
  return passed_over(named, key, me).empty();
}

/// Honest nodes nearer than the last of those named.
std::vector<sdk::Id> Questions::passed_over(const std::vector<sdk::Id>& named, const sdk::Id& key,
                                            const sdk::Id& me) const {
  std::vector<sdk::Id> passed_over;
  const auto away = [&](const sdk::Id& id) { return routing::distance(key, id); };
  if (named.empty()) return passed_over;
  sea_.ids().visit_nearest(key, [&](const sdk::Id& id, std::size_t number) {
    if (away(id) >= away(named.back())) return false;
    if (id != me && std::ranges::find(named, id) == named.end() && !liars_.is_liar(id) && sea_.is_settled(number))
      passed_over.push_back(id);
    return true;
  });
  return passed_over;
}

}  // namespace p2pchat::simulation
