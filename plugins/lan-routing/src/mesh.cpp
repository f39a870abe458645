// SPDX-License-Identifier: MIT
#include "mesh.hpp"

#include "routing/address.hpp"

#include <algorithm>
#include <functional>

namespace p2pchat::lan_routing {
namespace {

constexpr std::uint64_t second_us = 1'000'000;
constexpr std::uint64_t fresh_us = 10 * second_us, silent_us = 40 * second_us;
constexpr std::uint64_t announce_ms = 15'000, jitter_ms = 5'000, test_ms = 10'000, seek_ms = 500;
constexpr std::uint64_t first_announcements_ms[] = {1'000, 2'000};
constexpr std::uint32_t known_times = 4, seek_times = 3, most_rounds = 3;

/// How many more than asked for are verified at once, since some of them may be gone.
constexpr std::size_t spare = 8;

}  // namespace

Mesh::Mesh(Node& node, std::string group) : node_(node), group_(std::move(group)), greeter_(node), responder_(node) {
  node_.host.random(here_.run.data(), here_.run.size());
}

void Mesh::start() {
  tell();
  node_.key.start([this] {
    announced_ = 0;
    announce_often();
  });
  node_.host.after(announce_ms, [this] { announce(); });
  node_.host.after(test_ms, [this] { test_silent(); });
}

void Mesh::announce_often() {
  say_here({});
  if (announced_ == std::size(first_announcements_ms)) return;
  node_.host.after(first_announcements_ms[announced_++], [this] { announce_often(); });
}

void Mesh::announce() {
  node_.key.renew_if_due();
  if (node_.key.is_ready()) say_here({});
  node_.host.after(announce_ms - jitter_ms / 2 + node_.random_below(jitter_ms), [this] { announce(); });
}

void Mesh::say_here(const Id& sought) { node_.send(group_, Here{.run = here_.run, .sought = sought}); }

void Mesh::test_silent() {
  const auto now_us = node_.host.ticks_us();
  if (now_us > silent_us)
    for (const auto& neighbour : node_.neighbours.silent_since(now_us - silent_us)) verify(neighbour, [] {});
  node_.host.after(test_ms, [this] { test_silent(); });
}

void Mesh::on_datagram(const std::string& from, sdk::bytes octets) {
  if (!node_.key.is_ready() || !is_near(from)) return;
  const auto datagram = read_datagram(octets);
  if (!datagram) return;
  if (const auto* here = std::get_if<Here>(&*datagram)) return on_here(from, *here);
  if (const auto* proof = std::get_if<Proof>(&*datagram)) return greeter_.on_proof(from, *proof);
  responder_.answer(from, std::get<Greeting>(*datagram));
  if (!node_.neighbours.at(from)) visit(from);
}

void Mesh::on_here(const std::string& from, const Here& here) {
  if (here.run == here_.run) return;
  const auto known = node_.neighbours.at(from);
  if (here.sought == node_.me && known) return greeter_.greet(from, 1, [](const auto&) {});
  if (!known || !is_fresh(*known)) visit(from);
}

void Mesh::visit(const std::string& endpoint) {
  if (is_near(endpoint)) greeter_.greet_stranger(endpoint, [this, endpoint](const auto& who) { take(endpoint, who); });
}

/// Nobody: whether somebody known is gone is for `verify` to say, which asks more than once.
void Mesh::take(const std::string& endpoint, const std::optional<Neighbour>& who) {
  if (!who || who->id == node_.me) return;
  if (node_.neighbours.prove(*who, fresh_us))
    node_.host.log(sdk::Level::debug, "somebody is at " + endpoint + ", on this network");
  tell();
}

void Mesh::verify(const Neighbour& neighbour, std::function<void()> done) {
  greeter_.greet(neighbour.endpoint, known_times, [this, endpoint = neighbour.endpoint, done](const auto& who) {
    if (who)
      take(endpoint, who);
    else
      node_.neighbours.forget(endpoint);
    tell();
    done();
  });
}

void Mesh::locate(const Id& id, Greeter::Done done) {
  const auto known = node_.neighbours.find(id);
  if (!known) return seek(id, seek_times, std::move(done));
  if (is_fresh(*known)) return done(known);
  verify(*known, [this, id, done = std::move(done)] {
    if (const auto still = node_.neighbours.find(id)) return done(still);
    seek(id, seek_times, done);
  });
}

/// Whoever is sought greets the one who asks, and is greeted for that.
void Mesh::seek(const Id& id, std::uint32_t times, Greeter::Done done) {
  const auto found = node_.neighbours.find(id);
  if (found || times == 0) return done(found);
  say_here(id);
  node_.host.after(seek_ms, [this, id, times, done = std::move(done)] { seek(id, times - 1, done); });
}

void Mesh::closest(const Id& key, std::size_t count, ListFn done) { closest(key, count, most_rounds, std::move(done)); }

/// Verifies those in question, until those asked for are all fresh or there is no time for more.
void Mesh::closest(const Id& key, std::size_t count, std::uint32_t rounds, ListFn done) {
  const auto now_fresh = [this](const Neighbour& each) { return is_fresh(each); };
  auto nearest = node_.neighbours.nearest(key, count);
  if (std::ranges::all_of(nearest, now_fresh)) return done(nearest);
  if (rounds == 0) {
    std::erase_if(nearest, std::not_fn(now_fresh));
    return done(nearest);
  }
  auto doubtful = node_.neighbours.nearest(key, count + spare);
  std::erase_if(doubtful, now_fresh);
  const auto left = std::make_shared<std::size_t>(doubtful.size());
  const auto again = [this, key, count, rounds, left, done = std::move(done)] {
    if (--*left == 0) closest(key, count, rounds - 1, done);
  };
  for (const auto& each : doubtful) verify(each, again);
}

/// Whether somebody on this network can be there: whoever has a public address is not greeted and gets no answer.
bool Mesh::is_near(const std::string& endpoint) const {
  if (const auto address = parse_address(endpoint)) return is_usable(*address) && reach(*address) != Reach::global;
  return endpoint.starts_with(node_.own_words);
}

bool Mesh::is_fresh(const Neighbour& neighbour) const {
  return node_.host.ticks_us() <= neighbour.proven_us + fresh_us;
}

void Mesh::when_joined(std::function<void()> joined) {
  if (node_.neighbours.size() > 0) return joined();
  wait_for_somebody_.push_back(std::move(joined));
}

/// Publishes whether somebody is there, when that changes.
void Mesh::tell() {
  const bool is_joined = node_.neighbours.size() > 0;
  if (is_joined)
    for (const auto& joined : std::exchange(wait_for_somebody_, {})) joined();
  if (told_ == is_joined) return;
  told_ = is_joined;
  describe();
}

void Mesh::describe() const {
  if (!told_) return;
  const std::string_view text = *told_ ? "connected to this local network" : "nobody else is on this local network";
  node_.host.publish("net.status", node_.me, sdk::bytes::of(text));
}

}  // namespace p2pchat::lan_routing
