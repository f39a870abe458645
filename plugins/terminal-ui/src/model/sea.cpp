// SPDX-License-Identifier: MIT
#include "model/sea.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace p2pchat::terminal_ui {
namespace {

/// What `now` has that `before`, when there was any, had not.
void add_news(const Journey* before, const Journey& now, std::vector<SeaNews>& news) {
  const auto& bottle = now.bottle;
  if (!before) news.push_back({bottle, {sdk::Voyage::queued, {}, bottle.here_ms, 0, {}}, 0});
  for (std::size_t i = before ? before->steps.size() : 0; i < now.steps.size(); ++i)
    news.push_back({bottle, now.steps[i], i + 1});
  // That its time is over may be a state without a step.
  const bool expired = bottle.voyage == sdk::Voyage::expired && (!before || before->bottle.voyage != bottle.voyage);
  const bool told = std::ranges::find(now.steps, sdk::Voyage::expired, &Step::voyage) != now.steps.end();
  if (expired && !told) news.push_back({bottle, {sdk::Voyage::expired, {}, bottle.expiry_ms, 0, {}}, 0});
}

}  // namespace

std::vector<SeaNews> Sea::replace(std::vector<Journey> journeys) {
  std::vector<SeaNews> news;
  std::set<sdk::Id> here;
  for (auto& journey : journeys | std::views::reverse) {
    journey.bottle.name = names_.name(journey.bottle.id);
    here.insert(journey.bottle.id);
    add_news(find(journey.bottle.id), journey, news);
  }
  names_.retain(here);
  journeys_ = std::move(journeys);
  return std::exchange(have_first_, true) ? std::move(news) : std::vector<SeaNews>();
}

const Journey* Sea::find(const sdk::Id& bottle) const {
  const auto found = std::ranges::find_if(journeys_, [&](const Journey& one) { return one.bottle.id == bottle; });
  return found == journeys_.end() ? nullptr : &*found;
}

std::variant<sdk::Id, sdk::Status> finder(const Journey& journey, std::size_t step) {
  const auto& name = journey.bottle.name;
  if (step != 0) {
    if (step <= journey.steps.size() && journey.steps[step - 1].names_finder()) return journey.steps[step - 1].node;
    return sdk::Status(sdk::Errc::not_found,
                       "step " + std::to_string(step) + " names nobody who found it; /mine " + name + " has the steps");
  }
  std::set<sdk::Id> answered;
  for (const auto& one : journey.steps)
    if (one.voyage == sdk::Voyage::answered) answered.insert(one.node);
  if (answered.size() == 1) return *answered.begin();
  if (answered.empty())
    return sdk::Status(sdk::Errc::not_found, "nobody has answered " + name + "; /mine " + name + " says who found it");
  return sdk::Status(sdk::Errc::invalid, "several answered: /chat " + name + " STEP; /mine " + name + " has the steps");
}

}  // namespace p2pchat::terminal_ui
