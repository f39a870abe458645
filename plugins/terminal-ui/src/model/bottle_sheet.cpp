// SPDX-License-Identifier: MIT
#include "model/bottle_sheet.hpp"

#include "presented.hpp"
#include "text/clock.hpp"
#include "text/wrap.hpp"

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

using Kind = SheetRow::Kind;
constexpr int answer_indent = 4;

void add_wrapped(std::vector<SheetRow>& rows, Kind kind, std::string_view text, int width, std::size_t step = 0,
                 int margin = 0) {
  const std::string spaces(static_cast<std::size_t>(margin), ' ');
  for (const auto& row : wrap(text, std::max(8, width - margin)))
    rows.push_back({kind, spaces + std::string(text.substr(row.begin, row.end - row.begin)), step});
}

/// When it was thrown and until when it is at sea. Both are its creator's word.
std::string times(const Bottle& bottle, std::uint64_t now_ms) {
  const auto thrown = "thrown " + ago_text(bottle.time_ms, now_ms);
  if (bottle.expiry_ms <= now_ms) return thrown + " · its time is over";
  return thrown + " · " + span_text((bottle.expiry_ms - now_ms) / 1000) + " left";
}

}  // namespace

std::vector<SheetRow> sheet_of(const Bottle& bottle, const NameOf& name, int width, std::uint64_t now_ms) {
  std::vector<SheetRow> rows;
  add_wrapped(rows, Kind::head,
              bottle.name + " from " + name(bottle.sender) + " · " + hops_text(bottle.hops) + " · " +
                  times(bottle, now_ms) + " · " + std::string(shore_words(bottle)),
              width);
  rows.push_back({});
  add_wrapped(rows, Kind::text, visible(bottle.body), width);
  return rows;
}

std::vector<SheetRow> sheet_of(const Journey& journey, const NameOf& name, int width, std::uint64_t now_ms) {
  std::vector<SheetRow> rows;
  const auto& bottle = journey.bottle;
  add_wrapped(rows, Kind::head, bottle.name + " · " + times(bottle, now_ms) + " · " + sea_words(journey), width);
  rows.push_back({});
  add_wrapped(rows, Kind::text, visible(bottle.body), width);
  rows.push_back({});
  if (journey.steps.empty()) add_wrapped(rows, Kind::head, "No node has taken it over yet.", width);
  for (std::size_t i = 0; i < journey.steps.size(); ++i) {
    const auto& step = journey.steps[i];
    add_wrapped(rows, Kind::step, date_text(step.time_ms) + "  " + step_words(step, name(step.node)), width, i + 1);
    if (step.voyage == sdk::Voyage::answered)
      add_wrapped(rows, Kind::answer, visible(step.text), width, i + 1, answer_indent);
  }
  return rows;
}

}  // namespace p2pchat::terminal_ui
