// SPDX-License-Identifier: MIT
#pragma once
#include "values.hpp"

#include <p2pchat/bottle.hpp>
#include <p2pchat/chat.hpp>
#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/routing.hpp>

#include <tuple>

namespace p2pchat::isolation {

template <class E, E greatest>
struct GreatestIs {
  static constexpr E value = greatest;
};
template <>
struct Greatest<sdk::Errc> : GreatestIs<sdk::Errc, sdk::Errc::internal> {};
template <>
struct Greatest<sdk::Level> : GreatestIs<sdk::Level, sdk::Level::error> {};
template <>
struct Greatest<sdk::Relation> : GreatestIs<sdk::Relation, sdk::Relation::blocked> {};
template <>
struct Greatest<sdk::Direction> : GreatestIs<sdk::Direction, sdk::Direction::incoming> {};
template <>
struct Greatest<sdk::State> : GreatestIs<sdk::State, sdk::State::failed> {};
template <>
struct Greatest<sdk::Role> : GreatestIs<sdk::Role, sdk::Role::responder> {};
template <>
struct Greatest<sdk::Voyage> : GreatestIs<sdk::Voyage, sdk::Voyage::kept> {};

template <>
struct Members<sdk::Status> {
  static auto of(auto& s) { return std::tie(s.code, s.text); }
};
template <>
struct Members<sdk::Contact> {
  static auto of(auto& c) { return std::tie(c.id, c.name, c.greeting, c.relation, c.online, c.unread, c.newest_ms); }
};
template <>
struct Members<sdk::Message> {
  static auto of(auto& m) {
    return std::tie(m.id, m.peer, m.time_ms, m.seq, m.place, m.direction, m.state, m.type, m.body, m.reason);
  }
};
template <>
struct Members<sdk::BottleView> {
  static auto of(auto& b) {
    return std::tie(b.id, b.sender, b.time_ms, b.expiry_ms, b.here_ms, b.voyage, b.hops, b.beaches, b.answers, b.body);
  }
};
template <>
struct Members<sdk::BottleStep> {
  static auto of(auto& s) { return std::tie(s.voyage, s.node, s.time_ms, s.hops, s.text); }
};
template <>
struct Members<sdk::Peer> {
  static auto of(auto& p) { return std::tie(p.id, p.endpoint, p.since_ms); }
};
template <>
struct Members<sdk::NodeEntry> {
  static auto of(auto& n) { return std::tie(n.id, n.endpoint, n.rtt_ms); }
};

}  // namespace p2pchat::isolation
