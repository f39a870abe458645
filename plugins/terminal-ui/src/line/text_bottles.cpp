// SPDX-License-Identifier: MIT
#include "line/text_bottles.hpp"

#include "line/excerpt.hpp"
#include "presented.hpp"
#include "text/clock.hpp"
#include "text/glyphs.hpp"

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

std::string glance_at(const Bottle& bottle) { return clipped(visible_line(bottle.body), glance); }

std::string block(std::string_view text) { return "\n" + std::string(indent) + indented(text); }

std::string step_row(const Step& step, std::size_t number, const NameOf& name) {
  const auto digits = std::to_string(number);
  const std::string margin(4 - std::min<std::size_t>(digits.size(), 4), ' ');
  const auto text = margin + digits + "  " + date_text(step.time_ms) + "  " + step_words(step, name(step.node));
  return step.voyage == sdk::Voyage::answered ? text + ": " + indented(step.text) : text;
}

}  // namespace

std::string shore_row(const Bottle& bottle) {
  return padded(bottle.name, 4) + "  " + date_text(bottle.here_ms) + "  " + padded(shore_words(bottle), 12) + "  " +
         padded(hops_text(bottle.hops), 6) + "  " + glance_at(bottle);
}

std::string sea_row(const Journey& journey) {
  return padded(journey.bottle.name, 4) + "  " + date_text(journey.bottle.here_ms) + "  " +
         padded(sea_words(journey), 20) + "  " + glance_at(journey.bottle);
}

std::string opened_text(const Bottle& bottle, const NameOf& name) {
  const auto text = bottle.name + " from " + name(bottle.sender) + ", thrown " + date_text(bottle.time_ms) + ", " +
                    hops_text(bottle.hops) + ", until " + date_text(bottle.expiry_ms) + block(bottle.body) + "\n-- ";
  if (bottle.voyage == sdk::Voyage::passing) return text + "it only passes here";
  const auto reply = bottle.voyage == sdk::Voyage::answered ? "you answered it" : "/reply " + bottle.name + " TEXT";
  return text + reply + ", or /keep, /release, /chat, /hide " + bottle.name;
}

std::string journey_text(const Journey& journey, const NameOf& name) {
  const auto& bottle = journey.bottle;
  auto text = bottle.name + " thrown " + date_text(bottle.here_ms) + ", until " + date_text(bottle.expiry_ms) + ": " +
              sea_words(journey) + block(bottle.body);
  for (std::size_t i = 0; i < journey.steps.size(); ++i) text += "\n" + step_row(journey.steps[i], i + 1, name);
  if (std::ranges::any_of(journey.steps, &Step::names_finder))
    text += "\n-- /chat " + bottle.name + " STEP asks who is named there to be a contact";
  return text;
}

std::string came_text(const Bottle& bottle) {
  const auto what = ", " + hops_text(bottle.hops) + ": " + glance_at(bottle);
  if (bottle.voyage == sdk::Voyage::passing) return "-- " + bottle.name + " drifts by" + what;
  return "-- " + bottle.name + " came ashore" + what + "  /open " + bottle.name;
}

std::string moved_text(const SeaNews& news, const NameOf& name) {
  const auto& [bottle, step, number] = news;
  if (step.voyage == sdk::Voyage::answered)
    return clock_text(step.time_ms) + " " + name(step.node) + " answers " + bottle.name + ": " + indented(step.text);
  if (step.voyage == sdk::Voyage::queued) return "-- " + bottle.name + " waits to be taken: " + glance_at(bottle);
  return "-- " + bottle.name + ": " + step_words(step, name(step.node));
}

}  // namespace p2pchat::terminal_ui
