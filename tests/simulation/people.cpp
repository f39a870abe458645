// SPDX-License-Identifier: MIT
#include "people.hpp"

#include "durations.hpp"

#include <algorithm>
#include <iterator>

namespace p2pchat::simulation {
namespace {

constexpr std::uint64_t reading_ms = 30'000;
constexpr std::size_t many = 3'600;

}  // namespace

People::People(Sea& sea, Logbook& logbook, const Options& options) : sea_(sea), logbook_(logbook), options_(options) {
  sea_.with_bottles = true;
  sea_.settings = [this](std::size_t number) -> Settings {
    const auto quota = is_cheater(number) ? many : 6;
    return {{"stamp_bits", "4"},
            {"beach_capacity", std::to_string(options_.beach)},
            {"throws_per_hour", std::to_string(quota)}};
  };
  sea_.on_start = [this](SimNode& node) { settle(node); };
  logbook_.is_cheater = [this](const sdk::Id& id) { return is_cheater(id); };
}

bool People::is_cheater(std::size_t number) const {
  return Chance(options_.seed, Purpose::cheating, number).share() * 100 < options_.cheaters_percent;
}

void People::settle(SimNode& node) {
  const auto number = node.place;
  if (is_cheater(number)) {
    cheater_ids_.insert(node.id());
    const auto cheat = Chance(options_.seed, Purpose::cheating, number + many).below(cheat_count);
    cheaters_[number] = std::make_unique<Cheater>(sea_, node, static_cast<Cheat>(cheat));
    return;
  }
  node.host.subscribe("bottle.beach",
                      [this, number](sdk::str, const sdk::Id& bottle, sdk::bytes) { on_found(number, bottle); });
}

void People::on_found(std::size_t number, const sdk::Id& bottle) {
  auto* node = sea_.node(number);
  if (!logbook_.stories().contains(bottle) || !answers_.try_emplace(bottle, node->id()).second) return;
  node->host.after(reading_ms, [this, node, bottle] {
    node->bottles->answer(bottle, "I found it", [this, bottle](const sdk::Status& status) {
      if (!status.ok()) answers_.erase(bottle);
    });
  });
}

void People::throw_all(std::size_t count, std::uint64_t us) {
  for (std::size_t i = 0; i < count; ++i) {
    throw_one();
    sea_.heap().run_for(us / count);
    if (turn_ % 1000 == 0) overdue += count_overdue();
  }
}

void People::throw_one() {
  const auto turn = turn_++;
  std::vector<std::size_t> honest;
  std::ranges::copy_if(sea_.living(), std::back_inserter(honest),
                       [this](std::size_t each) { return !is_cheater(each); });
  const auto number = honest[turn % honest.size()];
  auto* node = sea_.node(number);
  const auto life_s = static_cast<std::uint32_t>(options_.life_min * 60);
  node->bottles->cast("is anybody there? " + std::to_string(turn), life_s,
                      [this, me = node->id()](const sdk::Status& status, const sdk::Id& bottle) {
                        ++(status.ok() ? thrown : refused);
                        if (status.ok()) logbook_.thrown(bottle, me);
                      });
}

std::uint64_t People::count_overdue() {
  std::uint64_t found = 0;
  for (const auto number : sea_.living()) {
    auto* node = sea_.node(number);
    if (is_cheater(number)) continue;
    const auto now_ms = node->host.now_ms();
    node->bottles->beach([&](const sdk::BottleView& view) {
      found += view.voyage != sdk::Voyage::kept && now_ms > view.expiry_ms + minute_ms;
    });
  }
  return found;
}

}  // namespace p2pchat::simulation
