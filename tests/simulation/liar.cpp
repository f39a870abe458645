// SPDX-License-Identifier: MIT
#include "liar.hpp"

#include "proof.hpp"
#include "routing/distance.hpp"

namespace p2pchat::simulation {
namespace {

using namespace kademlia;
using namespace routing;
constexpr std::size_t most_named = 12, most_asked = 1024;
constexpr std::uint64_t moment_us = 1'000, both_jitters_us = 10'000;

std::string text_of(sdk::bytes octets) { return std::string(octets.text()); }

}  // namespace

Liar::Liar(Sea& sea, SimNode& node, Lie lie, const Gossip& gossip)
    : sea_(sea), node_(node), lie_(lie), gossip_(gossip), chance_(sea.seed(), Purpose::lying, node.place) {
  node_.crypto.on_tag = [this](sdk::bytes key) { key_.assign(key.ptr, key.ptr + key.len); };
  node_.transport.on_sent = [this](std::string_view to, sdk::bytes datagram) { return on_sent(to, text_of(datagram)); };
  node_.transport.on_heard = [this](std::string_view from, sdk::bytes datagram) { on_heard(from, datagram); };
}

bool Liar::is_friend(std::string_view endpoint) const {
  const auto place = sea_.internet().place(endpoint);
  return place && sea_.node(*place) && gossip_.is_liar(sea_.node(*place)->id());
}

void Liar::on_heard(std::string_view from, sdk::bytes datagram) {
  if (is_friend(from)) return;
  const auto received = from_datagram(parser_, datagram);
  if (!received || !received->packet.target) return;
  if (asked_.size() >= most_asked) asked_.clear();
  asked_[received->packet.request] = *received->packet.target;
}

bool Liar::on_sent(std::string_view to, const std::string& datagram) {
  if (is_friend(to)) return true;
  const auto received = from_datagram(parser_, sdk::bytes::of(datagram));
  if (!received) return true;
  const auto kind = received->packet.kind;
  const bool is_answer = kind == Kind::nodes || kind == Kind::welcome || kind == Kind::pong;
  if (!is_answer) return true;
  if (lie_ == Lie::stall) return stall(to, datagram), false;
  if (kind != Kind::nodes) return true;
  if (lie_ != Lie::drop) name_others(to, received->packet);
  return false;
}

void Liar::name_others(std::string_view to, const Packet& answer) {
  const auto asked = asked_.extract(answer.request);
  if (!asked) return;
  auto lie = answer;
  const auto& key_asked = asked.mapped();
  lie.contacts = lie_ == Lie::collude ? gossip_.nearest(key_asked, most_named, true) : made_up(key_asked);
  const auto key = key_;
  sea_.internet().send(node_.place, to, sdk::bytes::of(sealed(node_.crypto, key, lie)));
}

/// It cannot know how long its answers will take, so it allows for the longest.
void Liar::stall(std::string_view to, const std::string& datagram) {
  auto& clock = clocks_[std::string(to)];
  const auto place = sea_.internet().place(to);
  const auto way_us = place ? 2 * sea_.internet().distance_us(node_.place, *place) : 0;
  const auto spare_us = moment_us + both_jitters_us;
  const auto wait_us = clock.timeout_us();
  if (wait_us > spare_us) clock.sample(wait_us - spare_us);
  const auto delay_us = wait_us > way_us + spare_us ? wait_us - way_us - spare_us : 0;
  sea_.heap().in(
      delay_us,
      [this, to = std::string(to), datagram] { sea_.internet().send(node_.place, to, sdk::bytes::of(datagram)); },
      &node_.host.strand());
}

std::vector<Contact> Liar::made_up(const sdk::Id& key) {
  const auto mine = *parse_address(sea_.internet().endpoint(node_.place));
  std::vector<Contact> named;
  if (lie_ == Lie::forge)
    for (const auto& nearest : gossip_.nearest(key, 3, false))
      named.push_back({nearest.id, named.size() % 2 ? nowhere() : mine});
  while (named.size() < most_named) {
    const auto turn = lie_ == Lie::forge ? named.size() % 3 : 2;
    named.push_back({beside(key), turn == 0 ? mine : turn == 1 ? gossip_.stranger().address : nowhere()});
  }
  return named;
}

/// Nearer than everybody who lives, in all likelihood.
sdk::Id Liar::beside(const sdk::Id& key) {
  return id_in_bucket(key, gossip_.bits + 2 + static_cast<std::uint32_t>(chance_.below(16)), chance_.id());
}

Address Liar::nowhere() {
  auto address = *parse_address("9.0.0.1:12476");
  for (std::size_t i = 13; i < 15; ++i) address.ip[i] = static_cast<std::uint8_t>(chance_.below(256));
  return address;
}

}  // namespace p2pchat::simulation
