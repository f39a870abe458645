// SPDX-License-Identifier: MIT
#include "support/fake_bottle.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace p2pchat::test {
namespace {

constexpr std::uint64_t week_ms = 7 * 86'400'000;

}  // namespace

sdk::Id FakeBottle::id(std::uint8_t number) {
  sdk::Id id;
  std::ranges::fill(id.b, std::uint8_t{0xBB});
  id.b[0] = number;
  return id;
}

void FakeBottle::drift_in(const sdk::Id& sender, std::string body, sdk::Voyage voyage, std::uint32_t hops) {
  host_.post([this, sender, body = std::move(body), voyage, hops] {
    auto& kept = add(sender, body, voyage, week_ms);
    kept.view.hops = hops;
    host_.publish(voyage == sdk::Voyage::passing ? "bottle.passing" : "bottle.beach", kept.view.id, {});
  });
}

void FakeBottle::step(const sdk::Id& bottle, sdk::Voyage voyage, const sdk::Id& node, std::uint32_t hops,
                      std::string text) {
  host_.post([this, bottle, voyage, node, hops, text = std::move(text)] {
    auto* kept = find(bottle);
    if (!kept) return;
    kept->steps.push_back({{voyage, node, host_.now_ms(), hops, {}}, text});
    kept->view.voyage = voyage;
    if (voyage == sdk::Voyage::ashore) ++kept->view.beaches;
    if (voyage == sdk::Voyage::answered) ++kept->view.answers;
    host_.publish("bottle.mine", bottle, {});
  });
}

void FakeBottle::vanish(const sdk::Id& bottle) {
  host_.post([this, bottle] {
    std::erase_if(kept_, [&](const Kept& kept) { return kept.view.id == bottle; });
    host_.publish("bottle.beach", bottle, {});
  });
}

FakeBottle::Kept* FakeBottle::find(const sdk::Id& bottle) {
  const auto found = std::ranges::find_if(kept_, [&](const Kept& kept) { return kept.view.id == bottle; });
  return found == kept_.end() ? nullptr : &*found;
}

FakeBottle::Kept& FakeBottle::add(const sdk::Id& sender, std::string body, sdk::Voyage voyage, std::uint64_t ttl_ms) {
  const auto now = host_.now_ms();
  kept_.push_back({{id(++last_), sender, now, now + ttl_ms, now, voyage, 0, 0, 0, {}}, std::move(body), {}});
  return kept_.back();
}

void FakeBottle::list(bool mine, const sdk::Fn<void(const sdk::BottleView&)>& each) {
  for (const auto& kept : kept_ | std::views::reverse) {
    auto view = kept.view;
    view.body = kept.body;
    if ((view.sender == me_) == mine) each(view);
  }
}

void FakeBottle::finish(sdk::StatusFn done, sdk::Status status) {
  host_.post([done = std::move(done), status] {
    if (done) done(status);
  });
}

void FakeBottle::cast(sdk::str body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&& done) {
  sdk::Id thrown;
  if (failure.ok()) {
    thrown = add(me_, std::string(body), sdk::Voyage::queued, ttl_s ? ttl_s * 1000ULL : week_ms).view.id;
    host_.publish("bottle.mine", thrown, {});
  }
  host_.post([this, done = std::move(done), thrown] {
    if (done) done(failure, thrown);
  });
}

void FakeBottle::beach(const sdk::Fn<void(const sdk::BottleView&)>& each) { list(false, each); }

void FakeBottle::mine(const sdk::Fn<void(const sdk::BottleView&)>& each) { list(true, each); }

void FakeBottle::journey(const sdk::Id& bottle, const sdk::Fn<void(const sdk::BottleStep&)>& each) {
  const auto* kept = find(bottle);
  if (!kept) return;
  for (const auto& [step, text] : kept->steps) {
    auto view = step;
    view.text = text;
    each(view);
  }
}

void FakeBottle::set(const sdk::Id& bottle, sdk::Voyage voyage, sdk::StatusFn done) {
  auto* kept = find(bottle);
  if (!failure.ok()) return finish(std::move(done), failure);
  if (!kept) return finish(std::move(done), {sdk::Errc::not_found, "no such bottle"});
  kept->view.voyage = voyage;
  host_.publish("bottle.beach", bottle, {});
  finish(std::move(done), {});
}

void FakeBottle::open(const sdk::Id& bottle, sdk::StatusFn&& done) {
  const auto* kept = find(bottle);
  const bool glows = kept && kept->view.voyage == sdk::Voyage::unread;
  set(bottle, glows || !kept ? sdk::Voyage::read : kept->view.voyage, std::move(done));
}

void FakeBottle::answer(const sdk::Id& bottle, sdk::str text, sdk::StatusFn&& done) {
  const auto* kept = find(bottle);
  if (kept && kept->view.voyage == sdk::Voyage::answered)
    return finish(std::move(done), {sdk::Errc::refused, "a bottle is answered once"});
  if (failure.ok()) answered_.emplace_back(text);
  set(bottle, sdk::Voyage::answered, std::move(done));
}

void FakeBottle::keep(const sdk::Id& bottle, sdk::StatusFn&& done) { set(bottle, sdk::Voyage::kept, std::move(done)); }

void FakeBottle::release(const sdk::Id& bottle, sdk::StatusFn&& done) {
  const bool found = find(bottle) != nullptr;
  if (found && failure.ok()) vanish(bottle);
  finish(std::move(done), !failure.ok() ? failure
                          : found       ? sdk::Status()
                                        : sdk::Status(sdk::Errc::not_found, "no such bottle"));
}

}  // namespace p2pchat::test
