// SPDX-License-Identifier: MIT
#include "stranger.hpp"

#include <charconv>

namespace p2pchat::stranger {

sdk::Status Stranger::read_settings() {
  std::string seed, temper;
  sdk::OutTo seed_out(seed), temper_out(temper);
  if (host.config("seed", seed_out)) {
    const auto [end, error] = std::from_chars(seed.data(), seed.data() + seed.size(), seed_);
    if (error != std::errc() || end != seed.data() + seed.size())
      return {sdk::Errc::invalid, "stranger: `seed` must be a number"};
  }
  if (!host.config("temper", temper_out) || temper == "calm") return {};
  if (temper != "talkative" && temper != "silent")
    return {sdk::Errc::invalid, "stranger: `temper` must be talkative, calm or silent"};
  temper_ = temper == "talkative" ? Temper::talkative : Temper::silent;
  return {};
}

sdk::Status Stranger::start() {
  if (auto status = read_settings(); !status.ok()) return status;
  chat_ = host.get<sdk::Chat>();
  bottle_ = host.get<sdk::Bottle>();
  if (!chat_) return {sdk::Errc::not_found, "stranger: this host has no Chat"};
  host.subscribe("bottle.beach", [this](sdk::str, const sdk::Id&, sdk::bytes) { look_at_beach(); });
  host.subscribe("contact.changed", [this](sdk::str, const sdk::Id&, sdk::bytes) { look_at_requests(); });
  host.subscribe("message.added", [this](sdk::str, const sdk::Id& message, sdk::bytes) {
    chat_->message(
        message, [this](const sdk::Message& each) { listen_to(each); }, noted("read a message"));
  });
  chat_->self([this](const sdk::Status& status, const sdk::Id&, sdk::str name, sdk::str) {
    if (status.ok()) awake(name);
  });
  return {};
}

/// What came while nobody listened, in this run or an earlier one, is seen to now.
void Stranger::awake(sdk::str name) {
  mind_.emplace(std::string(std::string_view(name)), seed_, temper_, now_ms());
  look_at_beach();
  look_at_requests();
  settle();
}

void Stranger::look_at_beach() {
  if (!mind_ || !bottle_) return;
  bottle_->beach([this](const sdk::BottleView& view) {
    if (view.voyage == sdk::Voyage::unread) mind_->found(view.id, view.body, now_ms());
  });
  settle();
}

void Stranger::look_at_requests() {
  if (!mind_) return;
  chat_->contacts(
      [this](const sdk::Contact& contact) {
        if (contact.relation == sdk::Relation::asking) mind_->asked(contact.id, contact.greeting, now_ms());
      },
      [this](const sdk::Status&) { settle(); });
}

void Stranger::listen_to(const sdk::Message& message) {
  if (!mind_ || message.direction != sdk::Direction::incoming) return;
  mind_->heard(message.peer, message.body, now_ms());
  chat_->mark_read(message.peer, message.place, noted("mark as read"));
  settle();
}

/// Sets the one timer to the next deed.
void Stranger::settle() {
  host.cancel(timer_);
  const auto next = mind_->next_ms();
  if (!next) return;
  const auto now = now_ms();
  timer_ = host.after(*next > now ? *next - now : 0, [this] { act(); });
}

void Stranger::act() {
  for (const auto& deed : mind_->take_due(now_ms())) act(deed);
  settle();
}

void Stranger::act(const Deed& deed) {
  switch (deed.kind) {
    case Deed::Kind::cast:
      if (bottle_)
        bottle_->cast(deed.text, 0,
                      [done = noted("throw")](const sdk::Status& status, const sdk::Id&) { done(status); });
      return;
    case Deed::Kind::answer:
      bottle_->open(deed.whom, noted("open"));
      return bottle_->answer(deed.whom, deed.text, noted("answer"));
    case Deed::Kind::accept:
      return chat_->accept(deed.whom, noted("accept"));
    case Deed::Kind::say:
      chat_->send(deed.whom, deed.text,
                  [done = noted("say something")](const sdk::Status& status, const sdk::Id&) { done(status); });
      return;
  }
}

sdk::StatusFn Stranger::noted(const char* what) {
  return [this, what](const sdk::Status& status) {
    if (!status.ok()) host.log(sdk::Level::debug, "cannot " + std::string(what) + ": " + status.text);
  };
}

}  // namespace p2pchat::stranger
