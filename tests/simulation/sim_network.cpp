// SPDX-License-Identifier: MIT
#include "sim_network.hpp"

#include "durations.hpp"

namespace p2pchat::simulation {
namespace {

constexpr std::uint64_t idle_us = 600 * second_us, dial_us = 10 * second_us;
constexpr std::uint64_t user_timeout_us = 60 * second_us, sweep_us = 60 * second_us;
constexpr std::size_t longest_body = 64 * 1024;

}  // namespace

SimNetwork::SimNetwork(Exchange& exchange, SimHost& host, sdk::Routing& routing, std::size_t place, const sdk::Id& me)
    : exchange_(exchange),
      internet_(exchange.internet()),
      host_(host),
      routing_(routing),
      place_(place),
      me_(me),
      life_(internet_.heap().count() + 1) {
  exchange_.enter(place_, *this);
}

/// A killed process: the system closes its connections, unless the whole computer is gone.
SimNetwork::~SimNetwork() {
  exchange_.leave(place_);
  if (exchange_.has_vanished(place_)) return;
  for (const auto& [peer, line] : lines_) {
    if (!line.stands) continue;
    internet_.heap().in(internet_.distance_us(place_, line.place),
                        [&exchange = exchange_, place = line.place, me = me_, life = life_] {
                          if (auto* other = exchange.at(place)) other->lose(me, life);
                        });
  }
}

SimNetwork::Line* SimNetwork::standing(const sdk::Id& peer) {
  const auto found = lines_.find(peer);
  if (found == lines_.end() || !found->second.stands) return nullptr;
  if (found->second.used_us + idle_us > internet_.heap().now_us()) return &found->second;
  lose(peer, found->second.life);
  return nullptr;
}

void SimNetwork::send(const sdk::Id& to, sdk::str type, sdk::str body, sdk::StatusFn&& done) noexcept {
  Waiting message{std::string(type), std::string(body), std::move(done)};
  const auto refuse = [&](const sdk::Status& status) {
    if (message.done) host_.post([done = std::move(message.done), status] { done(status); });
  };
  if (to == me_) return refuse({sdk::Errc::invalid, "that is this node itself"});
  if (body.len > longest_body) return refuse({sdk::Errc::too_large, "at most 64 KiB"});
  if (tamper_sent && !tamper_sent(to, message.type, message.body)) return refuse({});
  if (exchange_.on_sent) exchange_.on_sent({me_, to, message.type, message.body});
  if (auto* line = standing(to)) return transmit(to, *line, std::move(message));
  auto& line = lines_[to];
  line.waiting.push_back(std::move(message));
  if (line.waiting.size() > 1) return;
  routing_.locate(to, [this, to](const sdk::Status& status, const sdk::NodeEntry& entry) {
    if (!status.ok()) return fail(to, status);
    dial(to, entry);
  });
}

void SimNetwork::dial(const sdk::Id& peer, const sdk::NodeEntry& entry) {
  const auto place = internet_.place(entry.endpoint);
  const auto* other = place ? exchange_.at(*place) : nullptr;
  if (other && other->me_ == peer) {
    const auto us = internet_.stream_us(place_, *place) + internet_.stream_us(*place, place_);
    internet_.heap().in(
        2 * us, [this, peer, place = *place] { greet(peer, place); }, &host_.strand());
    return;
  }
  const bool is_silent = !place || (!other && exchange_.has_vanished(*place));
  internet_.heap().in(
      is_silent ? dial_us : 2 * internet_.stream_us(place_, *place),
      [this, peer] {
        fail(peer, {sdk::Errc::timed_out, "nobody answers at its address"});
      },
      &host_.strand());
}

/// The end of a handshake, if both still live.
void SimNetwork::greet(const sdk::Id& peer, std::size_t place) {
  auto* other = exchange_.at(place);
  if (!other || other->me_ != peer) return fail(peer, {sdk::Errc::timed_out, "it went away during the handshake"});
  ++exchange_.handshakes;
  other->open(me_, *this);
  open(peer, *other);
}

void SimNetwork::open(const sdk::Id& peer, const SimNetwork& other) {
  drop_idle();
  standing(peer);  // unless it was idle for too long
  auto& line = lines_[peer];
  const bool is_new = !line.stands || line.life != other.life_;
  const auto now_us = internet_.heap().now_us();
  if (is_new) line.since_ms = host_.now_ms(), line.next_us = 0;
  line.place = other.place_, line.life = other.life_, line.used_us = now_us, line.stands = true;
  if (is_new) host_.publish("peer.online", peer, {});
  for (auto& message : std::exchange(line.waiting, {})) transmit(peer, line, std::move(message));
}

void SimNetwork::fail(const sdk::Id& peer, const sdk::Status& status) {
  const auto found = lines_.find(peer);
  if (found == lines_.end() || found->second.stands) return;
  auto waiting = std::move(found->second.waiting);
  lines_.erase(found);
  for (const auto& message : waiting)
    if (message.done) message.done(status);
}

void SimNetwork::transmit(const sdk::Id& peer, Line& line, Waiting message) {
  auto& heap = internet_.heap();
  line.used_us = heap.now_us();
  line.next_us = std::max(line.next_us, heap.now_us() + internet_.stream_us(place_, line.place));
  ++exchange_.messages;
  exchange_.message_bytes += message.body.size();
  if (message.done) host_.post([done = std::move(message.done)] { done({}); });
  heap.at(line.next_us, [&exchange = exchange_, here = place_, my_life = life_, there = line.place, life = line.life,
                         time_ms = host_.now_ms(),
                         sent = Message{me_, peer, std::move(message.type), std::move(message.body)}] {
    auto* const other = exchange.at(there);
    if (other && other->life_ == life) return other->arrive(sent, time_ms);
    auto& internet = exchange.internet();
    const auto us = other || !exchange.has_vanished(there) ? internet.distance_us(there, here) : user_timeout_us;
    internet.heap().in(us, [&exchange, here, my_life, to = sent.to, life] {
      auto* const sender = exchange.at(here);
      if (sender && sender->life_ == my_life) sender->lose(to, life);
    });
  });
}

void SimNetwork::arrive(const Message& message, std::uint64_t time_ms) {
  if (auto* line = standing(message.from)) line->used_us = internet_.heap().now_us();
  internet_.trace.add(internet_.heap().now_us());
  internet_.trace.add(sdk::bytes::of(message.body));
  if (tamper_heard && !tamper_heard(message.from, message.type, message.body)) return;
  if (exchange_.on_arrived) exchange_.on_arrived(message);
  for (const auto& [type, f] : listeners_)
    if (type == message.type) f(message.from, time_ms, message.body);
  if (exchange_.on_heard) exchange_.on_heard(message);
}

/// A session with that process of the peer is over.
void SimNetwork::lose(const sdk::Id& peer, std::uint64_t life) {
  const auto found = lines_.find(peer);
  if (found == lines_.end() || !found->second.stands || found->second.life != life) return;
  lines_.erase(found);
  host_.publish("peer.offline", peer, {});
}

/// Frees what nobody uses any more; whoever asks for an idle session drops it himself.
void SimNetwork::drop_idle() {
  const auto now_us = internet_.heap().now_us();
  if (now_us < swept_us_ + sweep_us) return;
  swept_us_ = now_us;
  std::vector<std::pair<sdk::Id, std::uint64_t>> idle;
  for (const auto& [peer, line] : lines_)
    if (line.stands && line.used_us + idle_us <= now_us) idle.emplace_back(peer, line.life);
  for (const auto& [peer, life] : idle) lose(peer, life);
}

sdk::Status SimNetwork::on_message(sdk::str type, sdk::Fn<void(const sdk::Id&, std::uint64_t, sdk::str)>&& f) noexcept {
  for (const auto& [name, heard] : listeners_)
    if (name == std::string_view(type)) return {sdk::Errc::refused, "somebody hears this type already"};
  listeners_.emplace_back(std::string(type), std::move(f));
  return {};
}

void SimNetwork::peers(const sdk::Fn<void(const sdk::Peer&)>& each) noexcept {
  for (const auto& [peer, line] : lines_)
    if (line.stands) each({.id = peer, .endpoint = internet_.endpoint(line.place), .since_ms = line.since_ms});
}

}  // namespace p2pchat::simulation
