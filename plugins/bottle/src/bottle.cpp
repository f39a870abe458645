// SPDX-License-Identifier: MIT
#include "bottle.hpp"

#include "parts.hpp"

namespace p2pchat::bottle {

Bottle::Bottle(sdk::Host& h) : PluginOf(h) {}
Bottle::~Bottle() = default;

sdk::Status Bottle::start() {
  Settings settings;
  if (auto status = read_settings(host, settings); !status.ok()) return status;
  auto* network = host.get<sdk::Network>();
  auto* routing = host.get<sdk::Routing>();
  auto* crypto = host.get<sdk::Crypto>();
  auto* identity = host.get<sdk::Identity>();
  auto* tables = host.get<sdk::Tables>();
  if (!network || !routing || !crypto || !identity || !tables)
    return {sdk::Errc::invalid, "bottle needs network, routing, crypto, identity and tables; add their plugins"};
  parts_ = std::make_unique<Parts>(
      Surroundings{host, *network, *routing, *crypto, *identity, *tables, host.get<sdk::Chat>(), settings, {}, {}});
  readiness_.begin();
  identity->self([this](const sdk::Status& status, const Id& me, sdk::bytes public_key) {
    if (!readiness_.is_reading()) return;
    if (!status.ok()) return readiness_.settle(status);
    begin(me, public_key);
  });
  return {};
}

/// Nobody is heard before everything is read: what was seen must be known.
void Bottle::begin(const Id& me, sdk::bytes public_key) {
  parts_->shore.around.me = me;
  parts_->shore.around.public_key = std::string(public_key.text());
  parts_->shore.records.load([this](const sdk::Status& status, Remembered& memory) {
    if (!readiness_.is_reading()) return;
    auto outcome = status;
    if (outcome.ok()) outcome = parts_->listen();
    if (outcome.ok()) parts_->restore(memory);
    readiness_.settle(outcome);
  });
}

void Bottle::stop() noexcept { readiness_.stop(); }

void Bottle::cast(sdk::str body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const Id&)>&& done) {
  readiness_.owe(std::move(done), [this, text = std::string(body), ttl_s](auto&& told) {
    parts_->throwing.cast(text, ttl_s, std::move(told));
  });
}

void Bottle::beach(const sdk::Fn<void(const sdk::BottleView&)>& each) {
  if (!readiness_.is_ready() || !each) return;
  for (const auto* held : parts_->shore.beach.shown(host.now_ms())) {
    const auto& note = held->note;
    if (parts_->shore.blocked.contains(note.sender)) continue;
    each({.id = note.id,
          .sender = note.sender,
          .time_ms = note.time_ms,
          .expiry_ms = note.expiry_ms,
          .here_ms = held->here_ms,
          .voyage = held->voyage,
          .hops = note.hops(),
          .beaches = 0,
          .answers = held->is_answered,
          .body = note.body});
  }
}

void Bottle::mine(const sdk::Fn<void(const sdk::BottleView&)>& each) {
  if (!readiness_.is_ready() || !each) return;
  for (const auto* own : parts_->shore.mine.newest_first()) {
    const auto& note = own->note;
    each({.id = note.id,
          .sender = parts_->shore.around.me,
          .time_ms = note.time_ms,
          .expiry_ms = note.expiry_ms,
          .here_ms = own->here_ms,
          .voyage = own->journey.voyage(),
          .hops = 0,
          .beaches = own->journey.count(Voyage::ashore),
          .answers = own->journey.count(Voyage::answered),
          .body = note.body});
  }
}

void Bottle::journey(const Id& bottle, const sdk::Fn<void(const sdk::BottleStep&)>& each) {
  const auto* own = readiness_.is_ready() && each ? parts_->shore.mine.find(bottle) : nullptr;
  if (!own) return;
  for (const auto& [number, step] : own->journey.steps())
    each({.voyage = step.voyage, .node = step.node, .time_ms = step.time_ms, .hops = step.hops, .text = step.text});
}

void Bottle::open(const Id& bottle, sdk::StatusFn&& done) {
  readiness_.owe(std::move(done),
                 [this, bottle](sdk::StatusFn&& told) { parts_->finding.open(bottle, std::move(told)); });
}

void Bottle::answer(const Id& bottle, sdk::str text, sdk::StatusFn&& done) {
  readiness_.owe(std::move(done), [this, bottle, words = std::string(text)](sdk::StatusFn&& told) {
    parts_->finding.answer(bottle, words, std::move(told));
  });
}

void Bottle::keep(const Id& bottle, sdk::StatusFn&& done) {
  readiness_.owe(std::move(done),
                 [this, bottle](sdk::StatusFn&& told) { parts_->finding.keep(bottle, std::move(told)); });
}

void Bottle::release(const Id& bottle, sdk::StatusFn&& done) {
  readiness_.owe(std::move(done),
                 [this, bottle](sdk::StatusFn&& told) { parts_->finding.release(bottle, std::move(told)); });
}

void Bottle::cast_to(const Id& receiver, sdk::bytes sealed, std::uint32_t ttl_s, sdk::StatusFn&& done) {
  readiness_.owe(std::move(done), [this, receiver, octets = std::string(sealed.text()), ttl_s](sdk::StatusFn&& told) {
    parts_->sending.cast_to(receiver, sdk::bytes::of(octets), ttl_s, std::move(told));
  });
}

void Bottle::on_addressed(sdk::Fn<void(const Id&, const Id&, sdk::bytes)>&& f) {
  if (parts_ && !readiness_.is_stopped()) parts_->collecting.listen(std::move(f));
}

void Bottle::taken(const Id& bottle) {
  if (readiness_.is_ready()) parts_->collecting.taken(bottle);
}

Counters Bottle::counters() const { return parts_ ? parts_->shore.refusals.counters() : Counters{}; }

}  // namespace p2pchat::bottle
