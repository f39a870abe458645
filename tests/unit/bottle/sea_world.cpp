// SPDX-License-Identifier: MIT
#include "sea_world.hpp"

namespace p2pchat::test {

Sea::Sea(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) nodes_.push_back(std::make_unique<SeaNode>(world, i + 1));
  run_for(1'000);
}

sdk::Errc Sea::ask(const std::function<void(sdk::StatusFn&&)>& call) {
  auto answer = std::make_shared<std::optional<sdk::Errc>>();
  call([answer](const sdk::Status& status) { *answer = status.code; });
  until([&] { return answer->has_value(); }, 60'000);
  return answer->value_or(sdk::Errc::timed_out);
}

sdk::Id Sea::cast(std::size_t node, const std::string& body, std::uint32_t ttl_s) {
  const auto bottle = std::make_shared<sdk::Id>();
  ask([&](sdk::StatusFn&& done) {
    nodes_[node]->bottle().cast(body, ttl_s,
                                [bottle, done = std::move(done)](const sdk::Status& status, const sdk::Id& id) {
                                  if (status.ok()) *bottle = id;
                                  done(status);
                                });
  });
  return *bottle;
}

sdk::Id Sea::cast_ashore(std::size_t node, const std::string& body, std::uint32_t ttl_s) {
  const auto bottle = cast(node, body, ttl_s);
  until([&] { return mine(node, bottle)->beaches == 3; });
  return bottle;
}

sdk::Errc Sea::answer(std::size_t node, const sdk::Id& bottle, const std::string& text) {
  return ask([&](sdk::StatusFn&& done) { nodes_[node]->bottle().answer(bottle, text, std::move(done)); });
}

sdk::Errc Sea::cast_to(std::size_t node, const sdk::Id& receiver, const std::string& sealed, std::uint32_t ttl_s) {
  return ask([&](sdk::StatusFn&& done) {
    nodes_[node]->bottle().cast_to(receiver, sdk::bytes::of(sealed), ttl_s, std::move(done));
  });
}

std::optional<sdk::BottleView> Sea::on_beach(std::size_t node, const sdk::Id& bottle) {
  std::optional<sdk::BottleView> found;
  nodes_[node]->bottle().beach([&](const sdk::BottleView& view) {
    if (view.id == bottle) found = view;
  });
  return found;
}

std::optional<sdk::BottleView> Sea::mine(std::size_t node, const sdk::Id& bottle) {
  std::optional<sdk::BottleView> found;
  nodes_[node]->bottle().mine([&](const sdk::BottleView& view) {
    if (view.id == bottle) found = view;
  });
  return found;
}

std::vector<std::size_t> Sea::finders(const sdk::Id& bottle) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < nodes_.size(); ++i)
    if (nodes_[i]->runs())
      if (const auto view = on_beach(i, bottle); view && view->voyage != sdk::Voyage::passing) found.push_back(i);
  return found;
}

}  // namespace p2pchat::test
