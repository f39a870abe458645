// SPDX-License-Identifier: MIT
#include "support/fake_sea.hpp"

#include "support/sha256.hpp"

namespace p2pchat::test {

void FakeSea::cast(Addressed bottle) {
  ++thrown;
  bottle.bottle = sha256({bottle.sender.view(), bottle.receiver.view(), bottle.sealed});
  if (tamper) tamper(bottle);
  if (answer != sdk::Errc::ok || (lose > 0 && lose-- > 0)) return;
  clock_.at(clock_.now_us() + delay_ms * 500, [this, bottle] { put(bottle); });
}

void FakeHarbour::cast_to(const sdk::Id& receiver, sdk::bytes sealed, std::uint32_t, sdk::StatusFn&& done) {
  auto answer = sdk::Status(sea_.answer, "the sea says no");
  if (sealed.len > 16 * 1024) answer = {sdk::Errc::too_large, "16 KiB at most"};
  if (answer.code != sdk::Errc::too_large) sea_.cast({{}, me_, receiver, {sealed.ptr, sealed.ptr + sealed.len}});
  host_.after(sea_.delay_ms, [done = std::move(done), answer] { done(answer); });
}

void FakeHarbour::on_addressed(sdk::Fn<void(const sdk::Id&, const sdk::Id&, sdk::bytes)>&& f) {
  listener_ = std::move(f);
}

void FakeHarbour::is(const sdk::Id& me) {
  me_ = me;
  host_.post([this] { look(); });
}

void FakeHarbour::look() {
  host_.after(60'000, [this] { look(); });
  const auto there = sea_.afloat;
  for (const auto& bottle : there)
    for (int copy = 0; listener_ && bottle.receiver == me_ && copy < sea_.copies; ++copy)
      host_.post([this, bottle] { listener_(bottle.bottle, bottle.sender, bottle.sealed); });
}

void FakeHarbour::taken(const sdk::Id& bottle) {
  sea_.taken.push_back(bottle);
  std::erase_if(sea_.afloat, [&](const auto& other) { return other.bottle == bottle && other.receiver == me_; });
}

}  // namespace p2pchat::test
