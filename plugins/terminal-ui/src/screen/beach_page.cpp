// SPDX-License-Identifier: MIT
#include "screen/beach_page.hpp"

#include "text/clock.hpp"

namespace p2pchat::terminal_ui {
namespace {

std::string mark_of(const Bottle& bottle) {
  switch (bottle.voyage) {
    case sdk::Voyage::unread:
      return "●";
    case sdk::Voyage::kept:
      return "◆";
    case sdk::Voyage::answered:
      return "✓";
    case sdk::Voyage::passing:
      return "~";
    default:
      return "○";
  }
}

}  // namespace

BottleRow BeachPage::row_of(const Bottle& bottle) const {
  const bool glows = bottle.voyage == sdk::Voyage::unread;
  const auto age = now_ms() > bottle.here_ms ? (now_ms() - bottle.here_ms) / 1000 : 0;
  return {mark_of(bottle),
          glows ? Style::unread : Style::dim,
          bottle.name,
          bottle.body,
          hops_text(bottle.hops) + ", " + std::string(shore_words(bottle)),
          span_text(age),
          glows ? Style::strong : Style::plain};
}

std::vector<BottlePage::ListRow> BeachPage::list() const {
  std::vector<ListRow> rows;
  const auto add = [&](const char* heading, const std::vector<const Bottle*>& bottles) {
    if (bottles.empty()) return;
    if (!rows.empty()) rows.push_back({" ", {}, {}});
    rows.push_back({std::string(heading) + "  " + std::to_string(bottles.size()), {}, {}});
    for (const auto* bottle : bottles) rows.push_back({{}, bottle->id, row_of(*bottle)});
  };
  add("On the beach", beach().lying());
  add("Passing", beach().passing());
  return rows;
}

std::vector<SheetRow> BeachPage::sheet(const sdk::Id& bottle, int width) const {
  const auto* found = beach().find(bottle);
  return found ? sheet_of(*found, namer(), width, now_ms()) : std::vector<SheetRow>();
}

void BeachPage::opened(const sdk::Id& bottle) {
  const auto* found = beach().find(bottle);
  if (!found || found->voyage != sdk::Voyage::unread) return;
  auto& bottles = desk_.feed.bottles();
  bottles.calls().open(bottle, [this](const sdk::Status& status) {
    if (!status.ok()) return desk_.say(status.text, Style::bad);
    desk_.feed.bottles().refresh_beach({});
  });
}

void BeachPage::opened_key(const Key& key, const sdk::Id& bottle) {
  const auto* found = beach().find(bottle);
  if (!found) return;
  if (key.text == "c") return run(Verb::chat, "/chat", bottle);
  if (key.text == "b") return run(Verb::hide, "/hide", bottle);
  const bool acts = key.text == "a" || key.text == "k" || key.text == "t";
  if (!acts) return;
  if (found->voyage == sdk::Voyage::passing) return desk_.say("it only passes here", Style::plain);
  if (key.text == "a") return answer(*found);
  if (key.text == "k") return run(Verb::keep, "/keep", bottle);
  run(Verb::release, "/release", bottle);
}

void BeachPage::answer(const Bottle& bottle) {
  if (bottle.voyage == sdk::Voyage::answered) return desk_.say("you have answered it: once is all", Style::plain);
  editor_.open(bottle.id, "answer to " + bottle.name + ", sealed to who threw it");
}

}  // namespace p2pchat::terminal_ui
