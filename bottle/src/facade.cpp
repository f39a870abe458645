// SPDX-License-Identifier: MIT
#include "bottle/facade.hpp"

#include <string>

namespace p2pchat::bottle {

void Facade::begin(const Around& around, std::unique_ptr<Doer> doer) {
  doer_ = std::move(doer);
  readiness_ = std::make_unique<Readiness>(around.host);
  readiness_->begin();
  around.identity.self([this](const sdk::Status& status, const sdk::Id& me, sdk::bytes public_key) {
    if (!readiness_->is_reading()) return;
    if (!status.ok()) return readiness_->settle(status);
    doer_->begin(me, public_key, [this](const sdk::Status& begun) {
      if (readiness_->is_reading()) readiness_->settle(begun);
    });
  });
}

void Facade::end() noexcept {
  if (readiness_) readiness_->stop();
}

void Facade::cast(sdk::str body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&& done) {
  readiness_->owe(std::move(done),
                  [this, text = std::string(body), ttl_s](auto&& told) { doer_->cast(text, ttl_s, std::move(told)); });
}

void Facade::beach(const sdk::Fn<void(const sdk::BottleView&)>& each) {
  if (is_ready() && each) doer_->beach(each);
}

void Facade::mine(const sdk::Fn<void(const sdk::BottleView&)>& each) {
  if (is_ready() && each) doer_->mine(each);
}

void Facade::journey(const sdk::Id& bottle, const sdk::Fn<void(const sdk::BottleStep&)>& each) {
  if (is_ready() && each) doer_->journey(bottle, each);
}

void Facade::open(const sdk::Id& bottle, sdk::StatusFn&& done) {
  readiness_->owe(std::move(done), [this, bottle](sdk::StatusFn&& told) { doer_->open(bottle, std::move(told)); });
}

void Facade::answer(const sdk::Id& bottle, sdk::str text, sdk::StatusFn&& done) {
  readiness_->owe(std::move(done), [this, bottle, words = std::string(text)](sdk::StatusFn&& told) {
    doer_->answer(bottle, words, std::move(told));
  });
}

void Facade::keep(const sdk::Id& bottle, sdk::StatusFn&& done) {
  readiness_->owe(std::move(done), [this, bottle](sdk::StatusFn&& told) { doer_->keep(bottle, std::move(told)); });
}

void Facade::release(const sdk::Id& bottle, sdk::StatusFn&& done) {
  readiness_->owe(std::move(done), [this, bottle](sdk::StatusFn&& told) { doer_->release(bottle, std::move(told)); });
}

void Facade::cast_to(const sdk::Id& receiver, sdk::bytes sealed, std::uint32_t ttl_s, sdk::StatusFn&& done) {
  readiness_->owe(std::move(done), [this, receiver, octets = std::string(sealed.text()), ttl_s](sdk::StatusFn&& told) {
    doer_->cast_to(receiver, sdk::bytes::of(octets), ttl_s, std::move(told));
  });
}

void Facade::on_addressed(sdk::Fn<void(const sdk::Id&, const sdk::Id&, sdk::bytes)>&& f) {
  if (doer_ && !readiness_->is_stopped()) doer_->on_addressed(std::move(f));
}

void Facade::taken(const sdk::Id& bottle) {
  if (is_ready()) doer_->taken(bottle);
}

}  // namespace p2pchat::bottle
