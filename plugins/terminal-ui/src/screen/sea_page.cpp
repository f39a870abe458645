// SPDX-License-Identifier: MIT
#include "screen/sea_page.hpp"

#include "text/clock.hpp"

namespace p2pchat::terminal_ui {
namespace {

/// One sign for how far a bottle of mine has come.
std::string mark_of(sdk::Voyage voyage) {
  switch (voyage) {
    case sdk::Voyage::adrift:
      return "~";
    case sdk::Voyage::ashore:
      return "○";
    case sdk::Voyage::answered:
      return "✓";
    case sdk::Voyage::expired:
      return "✗";
    default:
      return "·";
  }
}

}  // namespace

void SeaPage::hear(const Event& event) {
  const auto* moved = std::get_if<BottlesMoved>(&event);
  if (!moved) return;
  for (const auto& news : moved->news)
    if (news.step.voyage == sdk::Voyage::answered) news_.insert(news.bottle.id);
}

std::vector<BottlePage::ListRow> SeaPage::list() const {
  std::vector<ListRow> rows;
  for (const auto& journey : sea().journeys()) {
    const auto& bottle = journey.bottle;
    const bool is_news = news_.contains(bottle.id);
    const auto age = now_ms() > bottle.here_ms ? (now_ms() - bottle.here_ms) / 1000 : 0;
    rows.push_back({{},
                    bottle.id,
                    {is_news ? "●" : mark_of(bottle.voyage), is_news ? Style::unread : Style::dim, bottle.name,
                     bottle.body, sea_words(journey), span_text(age), is_news ? Style::strong : Style::plain}});
  }
  return rows;
}

std::vector<SheetRow> SeaPage::sheet(const sdk::Id& bottle, int width) const {
  const auto* journey = sea().find(bottle);
  return journey ? sheet_of(*journey, namer(), width, now_ms()) : std::vector<SheetRow>();
}

void SeaPage::opened(const sdk::Id& bottle) {
  news_.erase(bottle);
  shown_ = bottle;
  step_ = 0;
}

void SeaPage::opened_key(const Key& key, const sdk::Id& bottle) {
  if (key.text == "c") run(Verb::chat, "/chat", bottle, {}, static_cast<std::uint32_t>(step_));
}

bool SeaPage::choose_step(int by) {
  const auto* journey = sea().find(shown_);
  if (!journey) return false;
  for (auto at = static_cast<int>(step_) + by; at >= 1 && at <= static_cast<int>(journey->steps.size()); at += by)
    if (journey->steps[static_cast<std::size_t>(at) - 1].names_finder()) {
      step_ = static_cast<std::size_t>(at);
      return true;
    }
  return false;
}

}  // namespace p2pchat::terminal_ui
