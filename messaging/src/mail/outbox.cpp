// SPDX-License-Identifier: MIT
#include "outbox.hpp"

#include "delivery_records.hpp"

#include <climits>

namespace p2pchat::messaging {
namespace {

using Step = Outgoing::Step;

/// How long a receipt may take before the line is sent again, and how soon to knock again where nobody answers.
constexpr std::uint64_t patience_ms = 15'000, first_knock_ms = 2'000;
/// After so many in a row somebody counts as absent.
constexpr std::uint32_t knocks_in_vain = 2;
/// What is delivered sooner is never written down as sent: one write less for most messages.
constexpr std::uint64_t mark_after_ms = 200;

}  // namespace

Outbox::Outbox(sdk::Host& host, sdk::Crypto& crypto, StoreAccess& store, PeerLines& peers)
    : host_(host), crypto_(crypto), store_(store), peers_(peers) {}

void Outbox::start(const sdk::Id& me, SigningQueue& signatures) {
  me_ = me;
  signatures_ = &signatures;
  started_ = true;
  restore();
}

void Outbox::stop() {
  hand_over(INT_MAX);
  stopped_ = true;
  for (auto& waiting : std::exchange(waiting_, {}))
    host_.post([done = std::move(waiting.done)] {
      if (done) done({sdk::Errc::cancelled, "the node is stopping"}, {});
    });
}

// Signed, put in an envelope and sent, as far as the lane says.

void Outbox::pump_soon(const sdk::Id& peer, Route& route) {
  if (std::exchange(route.pumping, true)) return;
  host_.post(lifetime_.guard([this, peer] { pump(peer); }));
}

void Outbox::pump(const sdk::Id& peer) {
  auto* route = find(peer);
  if (!route || !started_ || stopped_) return;
  route->pumping = false;
  if (route->lane.empty()) {
    host_.cancel(route->timer);
    routes_.erase(peer);
    return;
  }
  load_page(peer, *route);
  const bool online = peers_.online(peer);
  if (online || host_.now_ms() >= route->quiet_until) {
    for (auto* outgoing : route->lane.to_sign(online)) sign(peer, *outgoing);
    for (auto* outgoing : route->lane.to_send(online)) send(peer, *outgoing);
  }
  arm(peer, *route, online ? patience_ms : first_knock_ms);
}

void Outbox::sign(const sdk::Id& peer, Outgoing& outgoing) {
  outgoing.step = Step::signing;
  const auto& envelope = outgoing.letter.envelope;
  signatures_->sign(peer, signed_bytes(crypto_.suite(), envelope),
                    lifetime_.guard([this, peer, seq = envelope.seq](const sdk::Status& status, sdk::bytes signature) {
                      signed_as_me(peer, seq, status, signature);
                    }));
}

void Outbox::signed_as_me(const sdk::Id& peer, std::uint64_t seq, const sdk::Status& status, sdk::bytes signature) {
  auto* route = find(peer);
  auto* outgoing = route ? route->lane.find(seq) : nullptr;
  if (!outgoing || outgoing->step != Step::signing) return;
  outgoing->step = status.ok() ? Step::ready : Step::unsigned_;
  if (!status.ok()) return host_.log(sdk::Level::error, std::string("cannot sign a message: ") + status.text);
  auto& envelope = outgoing->letter.envelope;
  envelope.sign.assign(signature.ptr, signature.ptr + signature.len);
  outgoing->line = encode_envelope(envelope);
  envelope.sign = {};
  envelope.body = {};
  pump_soon(peer, *route);
}

void Outbox::send(const sdk::Id& peer, Outgoing& outgoing) {
  outgoing.step = Step::leaving;
  peers_.send(
      peer, outgoing.line,
      lifetime_.guard([this, peer, seq = outgoing.letter.envelope.seq](const sdk::Status& s) { left(peer, seq, s); }));
}

void Outbox::left(const sdk::Id& peer, std::uint64_t seq, const sdk::Status& status) {
  auto* route = find(peer);
  auto* outgoing = route ? route->lane.find(seq) : nullptr;
  if (!outgoing || outgoing->step != Step::leaving) return;
  outgoing->step = status.ok() ? Step::sent : Step::ready;
  if (status.ok() && !outgoing->marked) {
    if (left_.empty()) host_.after(mark_after_ms, lifetime_.guard([this] { mark_sent(); }));
    left_.emplace_back(peer, seq);
  }
  if (status.ok() || host_.now_ms() < route->quiet_until) return;
  ++route->failures;
  route->quiet_until = host_.now_ms() + first_knock_ms / 2;
  host_.cancel(std::exchange(route->timer, 0));
  arm(peer, *route, first_knock_ms);
  if (route->failures >= knocks_in_vain && absent_) absent_(peer);
}

void Outbox::mark_sent() {
  Ids ids;
  for (const auto& [peer, seq] : std::exchange(left_, {})) {
    auto* route = find(peer);
    auto* outgoing = route ? route->lane.find(seq) : nullptr;
    if (!outgoing || outgoing->step != Step::sent || std::exchange(outgoing->marked, true)) continue;
    ids.push_back(outgoing->letter.id);
  }
  if (ids.empty()) return;
  auto job = [ids](sdk::Store& store, Ids& changed) {
    return record_events(store, ids, DeliveryEvent::left, {}, changed);
  };
  store_.write<Ids>(job, lifetime_.guard([this](const sdk::Status& status, const Ids& changed) {
    if (status.ok()) tell(changed);
  }));
}

// The receiver answers; what it has is settled once that is stored here too.

void Outbox::receive(const sdk::Id& from, const Receipt& receipt) {
  const bool put_off = receipt.verdict == Receipt::Verdict::refused && may_pass(receipt.reason);
  const bool not_a_contact = put_off && receipt.reason == "not-a-contact";
  Ids texts;
  // What is on its way needs no reading before it is delivered. What never left from here has come by the sea, and what
  // came so may be read and delivered in one breath.
  bool plain = receipt.verdict == Receipt::Verdict::delivered;
  auto* route = find(from);
  for (const auto& id : receipt.messages) {
    auto* outgoing = route ? route->lane.find(id) : nullptr;
    const bool left = outgoing && !outgoing->line.empty() && outgoing->step != Step::settled;
    plain = plain && left;
    if (!outgoing || (put_off && !left)) continue;
    if (outgoing->letter.envelope.type == "text") texts.push_back(id);
    outgoing->step = !put_off ? Step::settled : not_a_contact ? Step::ready : Step::sent;
  }
  if (route && not_a_contact) route->lane.hold();
  auto job = [from, receipt, plain, texts](sdk::Store& store, Ids& changed) {
    if (!plain) return record_receipt(store, from, receipt, changed);
    changed = texts;
    return record_delivered(store, receipt.messages);
  };
  auto settled = [this, from, answered = put_off ? Ids() : receipt.messages](const sdk::Status& s, const Ids& changed) {
    settle(from, answered, s, changed);
  };
  store_.write<Ids>(job, lifetime_.guard(settled));
}

void Outbox::settle(const sdk::Id& peer, const Ids& answered, const sdk::Status& status, const Ids& changed) {
  if (status.ok()) tell(changed);
  auto* route = find(peer);
  if (!route || answered.empty()) return;
  for (const auto& id : answered) {
    auto* outgoing = route->lane.find(id);
    if (!outgoing) continue;
    route->progress = true;
    if (status.ok() && outgoing->letter.envelope.type == "text") route->lane.release();
    if (status.ok())
      route->lane.remove(id);
    else if (outgoing->step == Step::settled)  // sent again when patience ends, and answered again
      outgoing->step = outgoing->line.empty() ? Step::unsigned_ : Step::sent;
  }
  pump_soon(peer, *route);
}

// Attempts: as soon as something changes, and else ever more patiently.

void Outbox::arm(const sdk::Id& peer, Route& route, std::uint64_t first_ms) {
  if (route.timer != 0 || !route.lane.moving()) return;
  std::uint64_t dice = 0;
  host_.random(reinterpret_cast<std::uint8_t*>(&dice), sizeof dice);
  const auto delay = retry_delay_ms(route.failures, first_ms, dice);
  route.timer = host_.after(delay, lifetime_.guard([this, peer] { patience_ended(peer); }));
}

void Outbox::patience_ended(const sdk::Id& peer) {
  auto* route = find(peer);
  if (!route) return;
  route->timer = 0;
  const bool online = peers_.online(peer), progress = std::exchange(route->progress, false);
  if (online) route->failures = progress ? 0 : route->failures + 1;
  if (!online || !progress) route->lane.resend();
  pump(peer);
}

void Outbox::peer_online(const sdk::Id& peer) {
  auto* route = find(peer);
  if (!route) return;
  host_.cancel(std::exchange(route->timer, 0));
  route->failures = 0;
  route->lane.begin_session();
  pump_soon(peer, *route);
}

void Outbox::peer_offline(const sdk::Id& peer) {
  auto* route = find(peer);
  if (!route) return;
  host_.cancel(std::exchange(route->timer, 0));
  route->lane.resend();
  route->lane.shrink();
  arm(peer, *route, first_knock_ms);
}

void Outbox::release(const sdk::Id& peer) {
  auto* route = find(peer);
  if (!route) return;
  route->lane.release();
  route->quiet_until = 0;
  pump_soon(peer, *route);
}

void Outbox::hurry() {
  for (auto& [peer, route] : routes_) {
    route.failures = 0;
    route.quiet_until = 0;
    host_.cancel(std::exchange(route.timer, 0));
    pump_soon(peer, route);
  }
}

// A person decides.

void Outbox::give_up(const sdk::Id& peer, std::string reason, StoreAccess::Job also, sdk::StatusFn done) {
  hand_over(INT_MAX);  // what was written before is given up too
  auto job = [peer, reason = std::move(reason), also = std::move(also)](sdk::Store& store, Ids& changed) {
    auto given_up = record_give_up(store, peer, reason, changed);
    return given_up.ok() && also ? also(store) : given_up;
  };
  auto given_up = [this, peer, done = std::move(done)](const sdk::Status& status, const Ids& changed) {
    --giving_up_;
    if (auto* route = status.ok() ? find(peer) : nullptr) {
      host_.cancel(route->timer);
      routes_.erase(peer);
    }
    if (status.ok()) tell(changed);
    if (done) done(status);
  };
  ++giving_up_;
  store_.write<Ids>(std::move(job), lifetime_.guard(std::move(given_up)));
}

void Outbox::cancel(const sdk::Id& message, sdk::StatusFn done) {
  change(message, DeliveryEvent::given_up, "cancelled", std::move(done));
}

void Outbox::retry(const sdk::Id& message, sdk::StatusFn done) {
  change(message, DeliveryEvent::retried, {}, std::move(done));
}

/// Stores what a person decided about one message, and lets its lane follow.
void Outbox::change(const sdk::Id& message, DeliveryEvent event, std::string reason, sdk::StatusFn done) {
  struct Result {
    Ids changed;
    Letter letter;
  };
  auto job = [&crypto = crypto_, me = me_, message, event, reason = std::move(reason)](sdk::Store& store, Result& r) {
    const auto waits = load_letter(store, crypto, me, message, r.letter);
    if (event == DeliveryEvent::retried && waits.ok()) return sdk::Status();  // it waits already: hurry
    auto recorded = record_event(store, message, event, reason, r.changed);
    if (recorded.ok() && event == DeliveryEvent::retried) return load_letter(store, crypto, me, message, r.letter);
    return recorded;
  };
  auto changed = [this, message, event, done = std::move(done)](const sdk::Status& s, Result& r) {
    const auto peer = r.letter.envelope.receiver;
    if (s.ok() && event == DeliveryEvent::given_up)
      if (auto* route = find(peer)) route->lane.remove(message);
    if (s.ok() && event == DeliveryEvent::retried && started_) {
      auto& route = routes_[peer];
      if (!r.changed.empty()) route.lane.insert(std::move(r.letter));
      release(peer);
    }
    if (s.ok()) tell(r.changed);
    if (done) done(s);
  };
  store_.write<Result>(std::move(job), lifetime_.guard(std::move(changed)));
}

void Outbox::tell(const Ids& messages) {
  for (const auto& id : messages) host_.publish("message.state", id, {});
}

Outbox::Route* Outbox::find(const sdk::Id& peer) {
  const auto found = routes_.find(peer);
  return found == routes_.end() ? nullptr : &found->second;
}

std::size_t Outbox::bytes() const {
  std::size_t sum = 0;
  for (const auto& [peer, route] : routes_) sum += route.lane.bytes();
  return sum;
}

}  // namespace p2pchat::messaging
