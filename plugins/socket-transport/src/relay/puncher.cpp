// SPDX-License-Identifier: MIT
#include "puncher.hpp"

#include "transport/frame_cutter.hpp"

#include <sys/socket.h>

#include <algorithm>

namespace p2pchat::socket_transport {
namespace {

constexpr std::uint64_t again_ms = 150;
constexpr int most_failures = 5;

void say_here(int socket, const Octets& call) {
  const auto octets = to_octets({.word = Word::here, .name = call});
  static_cast<void>(::send(socket, octets.data(), octets.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
}

}  // namespace

void Puncher::start(End end, const Octets& call, const Endpoint& from, const Endpoint& to, std::uint64_t ms,
                    DoneFn done) {
  const auto [at, is_new] = trials_.try_emplace(call);
  if (!is_new) return;
  at->second.at = end;
  at->second.from = from;
  at->second.to = to;
  at->second.done = std::move(done);
  at->second.deadline = host_.after(ms, [this, call] {
    if (const auto trial = trials_.find(call); trial != trials_.end()) give_up(trial);
  });
  dial(at->second);
}

void Puncher::dial(Trial& trial) {
  trial.stream = new_stream_();
  trial.socket = -1;
  engine_.connect(trial.stream, trial.to, trial.from);
}

bool Puncher::handle(const Event& event, std::span<const std::uint8_t> octets) {
  const auto found =
      std::ranges::find_if(trials_, [&](const auto& each) { return each.second.stream == event.stream; });
  if (found == trials_.end()) return false;
  auto& [call, trial] = *found;
  if (event.kind == Event::Kind::connected) {
    trial.socket = event.value;
    say_here(trial.socket, call);
  } else if (event.kind == Event::Kind::ended) {
    engine_.close(trial.stream);
    trial.stream = 0;
    if (++trial.failures >= most_failures && trial.at == End::caller) {
      give_up(found);  // nobody is there, and says so
      return true;
    }
    trial.again = host_.after(again_ms, [this, name = call] {
      if (const auto again = trials_.find(name); again != trials_.end()) dial(again->second);
    });
  } else if (event.kind == Event::Kind::frames) {
    const auto frame = next_frame(octets);
    const auto control = frame ? read_control(*frame) : std::nullopt;
    const bool is_other = control && control->word == Word::here && control->name == call;
    if (is_other) hand_over(found, {trial.stream, trial.socket, trial.to, Octets(octets.begin(), octets.end())});
  }
  return true;
}

bool Puncher::arrived(const Octets& call, const Direct& direct) {
  const auto found = trials_.find(call);
  if (found == trials_.end()) return false;
  say_here(direct.socket, call);
  hand_over(found, direct);
  return true;
}

void Puncher::hand_over(Trials::iterator trial, const Direct& direct) {
  if (trial->second.stream == direct.stream) trial->second.stream = 0;
  const auto done = trial->second.done;
  if (trial->second.at == End::caller) {
    trial->second.done = {};
    give_up(trial);
  }
  done(direct);
}

void Puncher::give_up(Trials::iterator trial) {
  const auto ended = std::move(trials_.extract(trial).mapped());
  host_.cancel(ended.deadline);
  host_.cancel(ended.again);
  if (ended.stream != 0) engine_.close(ended.stream);
  if (ended.done && ended.at == End::caller) ended.done(std::nullopt);
}

}  // namespace p2pchat::socket_transport
