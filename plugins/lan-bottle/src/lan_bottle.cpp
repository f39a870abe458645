// SPDX-License-Identifier: MIT
#include "lan_bottle.hpp"

#include "parts.hpp"

namespace p2pchat::lan_bottle {

LanBottle::LanBottle(sdk::Host& h) : PluginOf(h) {}
LanBottle::~LanBottle() = default;

sdk::Status LanBottle::start() {
  Settings settings;
  if (auto status = read_settings(host, settings); !status.ok()) return status;
  auto* network = host.get<sdk::Network>();
  auto* routing = host.get<sdk::Routing>();
  auto* crypto = host.get<sdk::Crypto>();
  auto* identity = host.get<sdk::Identity>();
  auto* tables = host.get<sdk::Tables>();
  if (!network || !routing || !crypto || !identity || !tables)
    return {sdk::Errc::invalid, "lan-bottle needs network, routing, crypto, identity and tables; add their plugins"};
  parts_ = std::make_unique<Parts>(
      Surroundings{host, *network, *routing, *crypto, *identity, *tables, host.get<sdk::Chat>()}, settings);
  readiness_.begin();
  identity->self([this](const sdk::Status& status, const Id& me, sdk::bytes public_key) {
    if (!readiness_.is_reading()) return;
    if (!status.ok()) return readiness_.settle(status);
    begin(me, public_key);
  });
  return {};
}

void LanBottle::begin(const Id& me, sdk::bytes public_key) {
  parts_->pond.notes.me = me;
  parts_->pond.public_key.assign(public_key.ptr, public_key.ptr + public_key.len);
  parts_->begin([this](const sdk::Status& status) {
    if (readiness_.is_reading()) readiness_.settle(status);
  });
}

void LanBottle::stop() noexcept { readiness_.stop(); }

void LanBottle::cast(sdk::str body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const Id&)>&& done) {
  readiness_.owe(std::move(done), [this, text = std::string(body), ttl_s](auto&& told) {
    parts_->throwing.cast(text, ttl_s, std::move(told));
  });
}

void LanBottle::beach(const sdk::Fn<void(const sdk::BottleView&)>& each) {
  if (!readiness_.is_ready() || !each) return;
  auto& pond = parts_->pond;
  for (const auto* held : pond.notes.in(Notes::Place::beach)) {
    const auto& note = held->note;
    if (!pond.notes.found(note.id, host.now_ms()) || pond.blocked.contains(note.sender)) continue;
    each({.id = note.id,
          .sender = note.sender,
          .time_ms = note.time_ms,
          .expiry_ms = note.expiry_ms,
          .here_ms = held->here_ms,
          .voyage = held->voyage,
          .answers = held->is_answered,
          .body = note.body});
  }
}

void LanBottle::mine(const sdk::Fn<void(const sdk::BottleView&)>& each) {
  if (!readiness_.is_ready() || !each) return;
  for (const auto* own : parts_->pond.notes.in(Notes::Place::mine)) {
    const auto& note = own->note;
    each({.id = note.id,
          .sender = note.sender,
          .time_ms = note.time_ms,
          .expiry_ms = note.expiry_ms,
          .here_ms = own->here_ms,
          .voyage = own->journey.voyage(),
          .beaches = own->journey.count(Voyage::ashore),
          .answers = own->journey.count(Voyage::answered),
          .body = note.body});
  }
}

void LanBottle::journey(const Id& bottle, const sdk::Fn<void(const sdk::BottleStep&)>& each) {
  const auto* own = readiness_.is_ready() && each ? parts_->pond.notes.own(bottle) : nullptr;
  if (!own) return;
  for (const auto& [number, step] : own->journey.steps())
    each({.voyage = step.voyage, .node = step.node, .time_ms = step.time_ms, .hops = step.hops, .text = step.text});
}

void LanBottle::open(const Id& bottle, sdk::StatusFn&& done) {
  readiness_.owe(std::move(done),
                 [this, bottle](sdk::StatusFn&& told) { parts_->finding.open(bottle, std::move(told)); });
}

void LanBottle::answer(const Id& bottle, sdk::str text, sdk::StatusFn&& done) {
  readiness_.owe(std::move(done), [this, bottle, words = std::string(text)](sdk::StatusFn&& told) {
    parts_->finding.answer(bottle, words, std::move(told));
  });
}

void LanBottle::keep(const Id& bottle, sdk::StatusFn&& done) {
  readiness_.owe(std::move(done),
                 [this, bottle](sdk::StatusFn&& told) { parts_->finding.keep(bottle, std::move(told)); });
}

void LanBottle::release(const Id& bottle, sdk::StatusFn&& done) {
  readiness_.owe(std::move(done),
                 [this, bottle](sdk::StatusFn&& told) { parts_->finding.release(bottle, std::move(told)); });
}

void LanBottle::cast_to(const Id& receiver, sdk::bytes sealed, std::uint32_t ttl_s, sdk::StatusFn&& done) {
  readiness_.owe(std::move(done), [this, receiver, octets = std::string(sealed.text()), ttl_s](sdk::StatusFn&& told) {
    parts_->throwing.cast_to(receiver, sdk::bytes::of(octets), ttl_s, std::move(told));
  });
}

void LanBottle::on_addressed(sdk::Fn<void(const Id&, const Id&, sdk::bytes)>&& f) {
  if (parts_ && !readiness_.is_stopped()) parts_->inbox.listen(std::move(f));
}

void LanBottle::taken(const Id& bottle) {
  if (readiness_.is_ready()) parts_->inbox.taken(bottle);
}

bottle::Counters LanBottle::counters() const { return parts_ ? parts_->pond.refusals.counters() : bottle::Counters{}; }

}  // namespace p2pchat::lan_bottle
