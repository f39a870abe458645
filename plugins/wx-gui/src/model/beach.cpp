// SPDX-License-Identifier: MIT
#include "model/beach.hpp"

#include "presented.hpp"
#include "text/time_words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <ranges>

namespace p2pchat::wx_gui {
namespace {

constexpr double ms_of_a_day = 24 * 3600e3;
constexpr double apart = 0.16;
constexpr std::size_t beginning = 24;  // characters of a text that stand below its bottle
constexpr std::uint64_t most_days = 7;

/// Numbers from 0 to 1 that an id stands for: the same ones each time (splitmix64, seeded by FNV-1a of the id).
class Numbers {
 public:
  explicit Numbers(const sdk::Id& id) {
    for (const auto octet : id.b) state_ = (state_ ^ octet) * 0x100000001B3;
  }
  double next() {
    state_ += 0x9E3779B97F4A7C15;
    auto mixed = (state_ ^ (state_ >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return static_cast<double>((mixed ^ (mixed >> 31)) >> 11) / 9007199254740992.0;  // 2 to the 53rd
  }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325;
};

bool at_sea(const Bottle& bottle) { return bottle.voyage != sdk::Voyage::expired; }

class Placing {
 public:
  /// Takes the first of the places its id names that is apart from others, or else the last.
  void place(const sdk::Id& id, bool mine, double low_y, double high_y) {
    Numbers numbers(id);
    PlacedBottle placed{id, mine, 0, 0, (numbers.next() - 0.5) * (mine ? 1.0 : 2.2)};
    for (std::size_t attempt = 0; attempt < 40; ++attempt) {
      placed.x = 0.06 + 0.88 * numbers.next();
      placed.y = low_y + (high_y - low_y) * numbers.next();
      if (std::ranges::none_of(all, [&](const PlacedBottle& other) { return near(placed, other); })) break;
    }
    all.push_back(placed);
  }
  std::vector<PlacedBottle> all;

 private:
  static bool near(const PlacedBottle& a, const PlacedBottle& b) {
    // The sand is shallow and the words below a bottle are wide: there, only what is beside counts.
    return a.mine == b.mine && std::hypot(a.x - b.x, (a.y - b.y) * (a.mine ? 0.6 : 0.15)) < apart;
  }
};

std::string beginning_of(std::string_view text) {
  std::size_t at = 0, count = 0;
  for (; at < text.size() && count < beginning; ++count) at += code_point_at(text, at).length;
  const auto begun = visible_line(text.substr(0, at));
  return at < text.size() ? begun + "…" : begun;
}

}  // namespace

std::vector<PlacedBottle> place_bottles(const Beach& beach, std::uint64_t now_ms,
                                        const std::vector<PlacedBottle>& lying) {
  Placing placing;
  std::size_t sea = 0;
  // The oldest first: one that comes does not move those that lie there.
  std::vector<sdk::Id> on_sand;
  for (const auto& bottle : beach.found | std::views::reverse)
    if (bottle.voyage != sdk::Voyage::passing && on_sand.size() < most_placed) on_sand.push_back(bottle.id);
  const auto stays = [&](const PlacedBottle& bottle) {
    return !bottle.mine && std::ranges::find(on_sand, bottle.id) != on_sand.end();
  };
  std::ranges::copy_if(lying, std::back_inserter(placing.all), stays);
  for (const auto& id : on_sand)
    if (std::ranges::find(placing.all, id, &PlacedBottle::id) == placing.all.end()) placing.place(id, false, 0.1, 0.8);
  for (const auto& journey : beach.mine | std::views::reverse) {
    if (!at_sea(journey.bottle) || sea++ >= most_placed) continue;
    const auto age =
        now_ms > journey.bottle.here_ms ? static_cast<double>(now_ms - journey.bottle.here_ms) / ms_of_a_day : 0;
    const auto near_shore = 1 - std::min(age, static_cast<double>(most_days)) / most_days;
    placing.place(journey.bottle.id, true, 0.12 + 0.6 * near_shore, 0.24 + 0.68 * near_shore);
  }
  return std::move(placing.all);
}

std::string beach_words(const Beach& beach, const Language& language) {
  const auto fresh = static_cast<std::uint64_t>(std::ranges::count(beach.found, sdk::Voyage::unread, &Bottle::voyage));
  const auto out = static_cast<std::uint64_t>(
      std::ranges::count_if(beach.mine, [](const Journey& journey) { return at_sea(journey.bottle); }));
  return fill(language.say("{new} · {sea}"),
              {{"new", language.count("{n} new bottle", "{n} new bottles", fresh)},
               {"sea", language.count("{n} of yours at sea", "{n} of yours at sea", out)}});
}

std::string found_words(const Bottle& bottle, std::uint64_t now_ms, const Language& language) {
  const auto since = span_words(now_ms > bottle.here_ms ? now_ms - bottle.here_ms : 0, language);
  switch (bottle.voyage) {
    case sdk::Voyage::read:
      return fill(language.say("read · {time}"), {{"time", since}});
    case sdk::Voyage::answered:
      return fill(language.say("answered · {time}"), {{"time", since}});
    case sdk::Voyage::kept:
      return fill(language.say("kept · {time}"), {{"time", since}});
    default:
      return fill(language.say("“{text}” · {time}"), {{"text", beginning_of(bottle.body)}, {"time", since}});
  }
}

std::string voyage_words(const Bottle& bottle, const Language& language) {
  if (bottle.voyage == sdk::Voyage::expired) return language.say("sunk: its time is over");
  if (bottle.answers) return language.count("answered once", "answered {n} times", bottle.answers);
  if (bottle.beaches) return language.count("ashore on {n} beach", "ashore on {n} beaches", bottle.beaches);
  if (bottle.voyage == sdk::Voyage::queued) return language.say("waiting for the tide");
  return language.say("in the water");
}

std::string step_words(const Step& step, std::string_view who, const Language& language) {
  switch (step.voyage) {
    case sdk::Voyage::ashore:
      return fill(language.say("{who} found it"), {{"who", who}});
    case sdk::Voyage::answered:
      return fill(language.say("{who} answered: “{text}”"), {{"who", who}, {"text", visible(step.text)}});
    case sdk::Voyage::expired:
      return language.say("its time is over");
    default:
      return fill(language.say("{who} carries it on"), {{"who", who}});
  }
}

std::string greeting_to_creator(std::string_view body, const Language& language) {
  return fill(language.say("I found your bottle: “{text}”"), {{"text", beginning_of(body)}});
}

std::string greeting_to_finder(std::string_view body, const Language& language) {
  return fill(language.say("You found my bottle: “{text}”"), {{"text", beginning_of(body)}});
}

}  // namespace p2pchat::wx_gui
