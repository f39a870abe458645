// SPDX-License-Identifier: MIT
#include "presentation/bottle_calls.hpp"

#include <utility>

namespace p2pchat::presentation {
namespace {

/// Hands an answer over to the UI's thread.
template <class... Values>
void give(const std::shared_ptr<Postbox>& postbox, const Answer<Values...>& answer, const sdk::Status& status,
          std::type_identity_t<Values>... values) {
  postbox->post([answer, status, ... values = std::move(values)] { answer(status, values...); });
}

}  // namespace

template <class Fail, class Call>
void BottleCalls::on_loop(Fail fail, Call call) {
  host_.post([host = &host_, fail = std::move(fail), call = std::move(call)] {
    if (auto* bottle = host->get<sdk::Bottle>()) return call(*bottle);
    fail(absent());
  });
}

template <class Call>
void BottleCalls::plain(Answer<> answer, const Call& call) {
  const auto done = [postbox = postbox_, answer = std::move(answer)](const sdk::Status& status) {
    give(postbox, answer, status);
  };
  on_loop(done, [done, call](sdk::Bottle& bottle) { call(bottle, done); });
}

void BottleCalls::beach(const Answer<std::vector<Bottle>>& answer) {
  on_loop([postbox = postbox_, answer](const sdk::Status& status) { give(postbox, answer, status, {}); },
          [postbox = postbox_, answer](sdk::Bottle& bottle) {
            std::vector<Bottle> found;
            bottle.beach([&](const sdk::BottleView& view) { found.push_back(Bottle::of(view)); });
            give(postbox, answer, {}, std::move(found));
          });
}

void BottleCalls::mine(const Answer<std::vector<Journey>>& answer) {
  on_loop([postbox = postbox_, answer](const sdk::Status& status) { give(postbox, answer, status, {}); },
          [postbox = postbox_, answer](sdk::Bottle& bottle) {
            std::vector<Journey> journeys;
            bottle.mine([&](const sdk::BottleView& view) { journeys.push_back({Bottle::of(view), {}}); });
            for (auto& journey : journeys)
              bottle.journey(journey.bottle.id,
                             [&](const sdk::BottleStep& step) { journey.steps.push_back(Step::of(step)); });
            give(postbox, answer, {}, std::move(journeys));
          });
}

void BottleCalls::cast(std::string_view body, std::uint32_t ttl_s, const Answer<sdk::Id>& answer) {
  on_loop([postbox = postbox_, answer](const sdk::Status& status) { give(postbox, answer, status, {}); },
          [postbox = postbox_, answer, ttl_s, text = std::string(body)](sdk::Bottle& bottle) {
            bottle.cast(text, ttl_s, [postbox, answer](const sdk::Status& status, const sdk::Id& id) {
              give(postbox, answer, status, id);
            });
          });
}

void BottleCalls::open(const sdk::Id& id, Answer<> answer) {
  plain(std::move(answer), [id](sdk::Bottle& bottle, const auto& done) { bottle.open(id, done); });
}

void BottleCalls::answer(const sdk::Id& id, std::string_view text, Answer<> answer) {
  plain(std::move(answer),
        [id, text = std::string(text)](sdk::Bottle& bottle, const auto& done) { bottle.answer(id, text, done); });
}

void BottleCalls::keep(const sdk::Id& id, Answer<> answer) {
  plain(std::move(answer), [id](sdk::Bottle& bottle, const auto& done) { bottle.keep(id, done); });
}

void BottleCalls::release(const sdk::Id& id, Answer<> answer) {
  plain(std::move(answer), [id](sdk::Bottle& bottle, const auto& done) { bottle.release(id, done); });
}

}  // namespace p2pchat::presentation
