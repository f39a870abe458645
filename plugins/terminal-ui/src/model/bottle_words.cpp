// SPDX-License-Identifier: MIT
#include "model/bottle_words.hpp"

#include "text/glyphs.hpp"

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

constexpr int quoted_cells = 100;

std::string counted(std::uint32_t count, std::string_view one, std::string_view more) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : more);
}

std::string quoted(std::string_view body) {
  return "\"" + clipped(body.substr(0, body.find('\n')), quoted_cells) + "\"";
}

}  // namespace

std::string_view word(sdk::Voyage voyage) {
  constexpr std::string_view names[] = {"queued",  "adrift", "ashore", "answered", "expired",
                                        "passing", "unread", "read",   "kept"};
  const auto at = static_cast<std::size_t>(voyage);
  return at < std::size(names) ? names[at] : "unknown";
}

std::string hops_text(std::uint32_t hops) { return counted(hops, "hop", "hops"); }

std::string_view shore_words(const Bottle& bottle) {
  return bottle.voyage == sdk::Voyage::answered ? "you answered" : word(bottle.voyage);
}

std::string sea_words(const Journey& journey) {
  const auto& bottle = journey.bottle;
  auto hops = bottle.hops;
  for (const auto& step : journey.steps) hops = std::max(hops, step.hops);
  auto answers = counted(bottle.answers, "answer", "answers");
  switch (bottle.voyage) {
    case sdk::Voyage::queued:
      return "queued";
    case sdk::Voyage::adrift:
      return hops ? "in the water, " + hops_text(hops) : "in the water";
    case sdk::Voyage::ashore:
      return "ashore on " + counted(bottle.beaches, "beach", "beaches");
    case sdk::Voyage::answered:
      return answers;
    case sdk::Voyage::expired:
      return bottle.answers ? "expired, " + answers : "expired";
    default:
      return std::string(word(bottle.voyage));
  }
}

std::string step_words(const Step& step, std::string_view who) {
  const auto way = step.hops ? " after " + hops_text(step.hops) : std::string();
  switch (step.voyage) {
    case sdk::Voyage::queued:
      return "waits to be taken";
    case sdk::Voyage::adrift:
      return std::string(who) + " took it over" + way;
    case sdk::Voyage::ashore:
      return "ashore with " + std::string(who) + way;
    case sdk::Voyage::answered:
      return std::string(who) + " answered";
    case sdk::Voyage::expired:
      return "its time is over";
    default:
      return std::string(word(step.voyage));
  }
}

std::string greeting_to_finder(std::string_view body) { return "You found my bottle: " + quoted(body); }

std::string greeting_to_creator(std::string_view body) { return "I found your bottle: " + quoted(body); }

}  // namespace p2pchat::terminal_ui
