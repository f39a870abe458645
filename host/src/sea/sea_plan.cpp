// SPDX-License-Identifier: MIT
#include "sea/sea_plan.hpp"

#include <algorithm>
#include <array>
#include <random>

namespace p2pchat::host {
namespace {

constexpr std::size_t most_bootstraps = 3, most_sleepers = 4;
constexpr std::size_t strangers_per_talker = 6, strangers_per_sleeper = 8;

constexpr std::array names{"Mara", "海生", "Tobias", "小舟", "Inês", "阿澜", "Yusuf",   "晓雨", "Greta", "望潮",
                           "Noor", "林一", "Pablo",  "青川", "Aino", "子墨", "Lindiwe", "白帆", "Oskar", "若水"};

std::string name_of(std::size_t index, std::size_t first) {
  std::string name = names[(index + first) % names.size()];
  const auto round = index / names.size();
  return round == 0 ? name : name + " " + std::to_string(round + 1);
}

}  // namespace

std::vector<SeaStranger> plan_sea(unsigned nodes, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto first_name = random();
  std::vector<SeaStranger> strangers(nodes > 0 ? nodes - 1 : 0);
  for (std::size_t i = 0; i < strangers.size(); ++i) {
    strangers[i].name = name_of(i, first_name % names.size());
    strangers[i].seed = random();
    strangers[i].bootstrap = i < most_bootstraps;
    strangers[i].talkative = i % strangers_per_talker == 0;
  }
  // Those that come last sleep, so that who just looks around finds everybody at home.
  const auto sleepers = std::min(most_sleepers, strangers.size() / strangers_per_sleeper);
  for (std::size_t i = 0; i < sleepers; ++i) {
    auto& stranger = strangers[strangers.size() - 1 - i];
    stranger.sleeps = true;
    stranger.talkative = false;
  }
  return strangers;
}

SeaNap plan_nap(const SeaStranger& stranger, unsigned count) {
  using std::chrono::seconds;
  std::mt19937_64 random(stranger.seed + count);
  const auto awake = seconds(120 + random() % 180), asleep = seconds(30 + random() % 60);
  return {awake, asleep};
}

}  // namespace p2pchat::host
