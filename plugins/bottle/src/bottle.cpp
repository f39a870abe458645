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
  stage_ = Stage::reading;
  identity->self([this](const sdk::Status& status, const Id& me, sdk::bytes public_key) {
    if (stage_ != Stage::reading) return;
    if (!status.ok()) return ready(status);
    begin(me, public_key);
  });
  return {};
}

/// Nobody is heard before everything is read: what was seen must be known.
void Bottle::begin(const Id& me, sdk::bytes public_key) {
  parts_->shore.around.me = me;
  parts_->shore.around.public_key = std::string(public_key.text());
  parts_->shore.records.load([this](const sdk::Status& status, Remembered& memory) {
    if (stage_ != Stage::reading) return;
    auto outcome = status;
    if (outcome.ok()) outcome = parts_->listen();
    if (outcome.ok()) parts_->restore(memory);
    ready(outcome);
  });
}

void Bottle::ready(const sdk::Status& status) {
  failure_ = status;
  const bool stopping = status.code == sdk::Errc::cancelled;  // before all was read: nothing is wrong
  if (!status.ok() && !stopping) host.log(sdk::Level::error, "no bottles: " + std::string(status.text));
  stage_ = Stage::ready;
  for (const auto& call : std::exchange(waiting_, {})) call(status);
}

void Bottle::stop() noexcept {
  stage_ = Stage::stopped;
  for (const auto& call : std::exchange(waiting_, {})) call({sdk::Errc::cancelled, "the node stops"});
}

/// Does it now, or once everything is read. With an error the answer comes in a step of its own.
void Bottle::later(std::function<void(const sdk::Status&)> call) {
  if (stage_ < Stage::ready) return waiting_.push_back(std::move(call));
  if (failure_.ok()) return call({});
  host.post([call = std::move(call), failure = failure_] { call(failure); });
}

namespace {

/// Either does `act` with the `done` it was given, or answers why not.
template <class Done, class Act, class Fail>
auto when_ready(Done done, Act act, Fail fail) {
  return [shared = std::make_shared<Done>(std::move(done)), act, fail](const sdk::Status& status) {
    if (status.ok()) return act(std::move(*shared));
    if (*shared) fail(*shared, status);
  };
}

/// The same for the usual `done`.
template <class Act>
auto when_ready(sdk::StatusFn&& done, Act act) {
  return when_ready(std::move(done), act, [](const sdk::StatusFn& told, const sdk::Status& why) { told(why); });
}

std::string text_of(sdk::bytes octets) { return std::string(octets.text()); }

}  // namespace

void Bottle::cast(sdk::str body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const Id&)>&& done) {
  using Done = sdk::Fn<void(const sdk::Status&, const Id&)>;
  later(when_ready(
      std::move(done),
      [this, text = std::string(body), ttl_s](Done&& told) { parts_->throwing.cast(text, ttl_s, std::move(told)); },
      [](const Done& told, const sdk::Status& why) { told(why, {}); }));
}

void Bottle::beach(const sdk::Fn<void(const sdk::BottleView&)>& each) {
  if (stage_ != Stage::ready || !each) return;
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
  if (stage_ != Stage::ready || !each) return;
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
  const auto* own = stage_ == Stage::ready && each ? parts_->shore.mine.find(bottle) : nullptr;
  if (!own) return;
  for (const auto& [number, step] : own->journey.steps())
    each({.voyage = step.voyage, .node = step.node, .time_ms = step.time_ms, .hops = step.hops, .text = step.text});
}

void Bottle::open(const Id& bottle, sdk::StatusFn&& done) {
  later(when_ready(std::move(done),
                   [this, bottle](sdk::StatusFn&& told) { parts_->finding.open(bottle, std::move(told)); }));
}

void Bottle::answer(const Id& bottle, sdk::str text, sdk::StatusFn&& done) {
  later(when_ready(std::move(done), [this, bottle, words = std::string(text)](sdk::StatusFn&& told) {
    parts_->finding.answer(bottle, words, std::move(told));
  }));
}

void Bottle::keep(const Id& bottle, sdk::StatusFn&& done) {
  later(when_ready(std::move(done),
                   [this, bottle](sdk::StatusFn&& told) { parts_->finding.keep(bottle, std::move(told)); }));
}

void Bottle::release(const Id& bottle, sdk::StatusFn&& done) {
  later(when_ready(std::move(done),
                   [this, bottle](sdk::StatusFn&& told) { parts_->finding.release(bottle, std::move(told)); }));
}

void Bottle::cast_to(const Id& receiver, sdk::bytes sealed, std::uint32_t ttl_s, sdk::StatusFn&& done) {
  later(when_ready(std::move(done), [this, receiver, octets = text_of(sealed), ttl_s](sdk::StatusFn&& told) {
    parts_->sending.cast_to(receiver, sdk::bytes::of(octets), ttl_s, std::move(told));
  }));
}

void Bottle::on_addressed(sdk::Fn<void(const Id&, const Id&, sdk::bytes)>&& f) {
  if (parts_ && stage_ != Stage::stopped) parts_->collecting.listen(std::move(f));
}

void Bottle::taken(const Id& bottle) {
  if (stage_ == Stage::ready) parts_->collecting.taken(bottle);
}

Counters Bottle::counters() const { return parts_ ? parts_->shore.refusals.counters() : Counters{}; }

}  // namespace p2pchat::bottle
