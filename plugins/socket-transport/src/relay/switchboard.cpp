// SPDX-License-Identifier: MIT
#include "switchboard.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <cstring>

namespace p2pchat::socket_transport {
namespace {

constexpr std::uint64_t answer_ms = 10'000;
constexpr std::size_t call_size = 16;

/// The first octets on a connection that is idle: they always find room.
void say(const Party& party, const Control& control) {
  const auto octets = to_octets(control);
  static_cast<void>(::send(party.socket, octets.data(), octets.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
}

}  // namespace

void Switchboard::take(const Party& party, const Control& control) {
  control.word == Word::connect ? connect(party, control) : answer(party, control);
}

void Switchboard::connect(const Party& caller, const Control& control) {
  if (most_ == 0) return turn_away(caller, Refusal::not_a_relay);
  const auto from_there = std::ranges::count_if(circuits_, [&](const auto& each) {
    return each.second.caller.seen.address == caller.seen.address && !is_loopback(caller.seen);
  });
  if (circuits_.size() >= most_ || from_there >= std::ptrdiff_t(most_per_address))
    return turn_away(caller, Refusal::full);
  Octets call(call_size);
  host_.random(call.data(), call.size());
  const auto circuit = circuits_.emplace(call, Circuit{.caller = caller}).first;
  calls_[caller.stream] = call;
  circuit->second.timer = host_.after(answer_ms, [this, call] {
    const auto found = circuits_.find(call);
    if (found == circuits_.end()) return;
    turn_away(found->second.caller, Refusal::no_answer);
    drop(found);
  });
  sdk::Id wanted;
  std::memcpy(wanted.b, control.name.data(), sizeof wanted.b);
  host_.publish("relay.wanted", wanted, call);
}

void Switchboard::answer(const Party& called, const Control& control) {
  const auto found = circuits_.find(control.name);
  if (found == circuits_.end() || found->second.called.stream != 0) return turn_away(called, Refusal::not_here);
  auto& circuit = found->second;
  host_.cancel(circuit.timer);
  circuit.called = called;
  calls_[called.stream] = found->first;
  say(circuit.caller, {.word = Word::joined, .name = found->first, .text = to_text(called.seen)});
  say(called, {.word = Word::joined, .name = found->first, .text = to_text(circuit.caller.seen)});
  engine_.join(circuit.caller.stream, called.stream, octets_per_second);
}

void Switchboard::refuse(sdk::bytes call) {
  const auto found = circuits_.find(Octets(call.ptr, call.ptr + call.len));
  if (found == circuits_.end() || found->second.called.stream != 0) return;
  turn_away(found->second.caller, Refusal::not_here);
  drop(found);
}

bool Switchboard::ended(StreamId stream) {
  const auto call = calls_.find(stream);
  if (call == calls_.end()) return false;
  const auto circuit = circuits_.find(call->second);
  if (++circuit->second.ends == 2 || circuit->second.called.stream == 0) drop(circuit);
  return true;
}

void Switchboard::turn_away(const Party& party, Refusal why) {
  say(party, {.word = Word::refused, .name = {static_cast<std::uint8_t>(why)}});
  if (!calls_.contains(party.stream)) engine_.close(party.stream);
}

void Switchboard::drop(Circuits::iterator circuit) {
  host_.cancel(circuit->second.timer);
  for (const auto& party : {circuit->second.caller, circuit->second.called}) {
    if (party.stream == 0) continue;
    calls_.erase(party.stream);
    engine_.close(party.stream);
  }
  circuits_.erase(circuit);
}

}  // namespace p2pchat::socket_transport
