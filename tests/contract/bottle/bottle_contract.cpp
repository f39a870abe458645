// SPDX-License-Identifier: MIT
#include "bottle_contract.hpp"

namespace p2pchat::test {

sdk::Errc BottleContract::ask(const std::function<void(sdk::StatusFn&&)>& call) {
  auto answers = std::make_shared<std::vector<sdk::Errc>>();
  call([answers](const sdk::Status& status) { answers->push_back(status.code); });
  EXPECT_TRUE(answers->empty()) << "done came from inside the call";
  EXPECT_TRUE(sea->clock().run_until([&] { return !answers->empty(); }, 60'000)) << "no answer within a minute";
  EXPECT_EQ(answers->size(), 1U);
  return answers->empty() ? sdk::Errc::internal : answers->front();
}

sdk::Errc BottleContract::try_cast(std::size_t node, const std::string& body, std::uint32_t ttl_s) {
  return ask([&](sdk::StatusFn&& done) {
    sea->bottle(node).cast(body, ttl_s,
                           [done = std::move(done)](const sdk::Status& status, const sdk::Id&) { done(status); });
  });
}

sdk::Id BottleContract::cast(std::size_t node, const std::string& body, std::uint32_t ttl_s) {
  sdk::Id bottle;
  const auto code = ask([&](sdk::StatusFn&& done) {
    sea->bottle(node).cast(body, ttl_s,
                           [&bottle, done = std::move(done)](const sdk::Status& status, const sdk::Id& id) {
                             bottle = id;
                             done(status);
                           });
  });
  EXPECT_EQ(code, sdk::Errc::ok);
  return bottle;
}

std::vector<SeenBottle> BottleContract::beach(std::size_t node) {
  std::vector<SeenBottle> all;
  sea->bottle(node).beach([&](const sdk::BottleView& view) { all.push_back({view, std::string(view.body)}); });
  return all;
}

std::optional<SeenBottle> BottleContract::on_beach(std::size_t node, const sdk::Id& bottle) {
  for (const auto& seen : beach(node))
    if (seen.view.id == bottle) return seen;
  return std::nullopt;
}

std::optional<SeenBottle> BottleContract::mine(std::size_t node, const sdk::Id& bottle) {
  std::optional<SeenBottle> found;
  sea->bottle(node).mine([&](const sdk::BottleView& view) {
    if (view.id == bottle) found = SeenBottle{view, std::string(view.body)};
  });
  return found;
}

std::vector<Stepped> BottleContract::journey(std::size_t node, const sdk::Id& bottle) {
  std::vector<Stepped> all;
  sea->bottle(node).journey(bottle, [&](const sdk::BottleStep& step) {
    all.push_back({step, std::string(step.text)});
  });
  return all;
}

std::vector<std::size_t> BottleContract::finders(const sdk::Id& bottle) {
  std::vector<std::size_t> nodes;
  for (std::size_t i = 0; i < count; ++i)
    if (const auto seen = on_beach(i, bottle); seen && seen->view.voyage != sdk::Voyage::passing) nodes.push_back(i);
  return nodes;
}

sdk::Id BottleContract::cast_ashore(std::size_t node, const std::string& body, std::uint32_t ttl_s) {
  const auto bottle = cast(node, body, ttl_s);
  until([&] { return mine(node, bottle)->view.beaches == 3; }, "ashore on three beaches");
  return bottle;
}

sdk::Errc BottleContract::answer(std::size_t node, const sdk::Id& bottle, const std::string& text) {
  return ask([&](sdk::StatusFn&& done) { sea->bottle(node).answer(bottle, text, std::move(done)); });
}

void BottleContract::until(const std::function<bool()>& condition, const char* what) {
  EXPECT_TRUE(sea->clock().run_until(condition, 120'000)) << "never: " << what;
}

}  // namespace p2pchat::test
