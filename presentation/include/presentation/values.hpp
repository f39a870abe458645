// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/chat.hpp>
#include <p2pchat/routing.hpp>

#include <string>

namespace p2pchat::presentation {

/// Who I am.
struct Me {
  sdk::Id id;
  std::string name;
  std::string invite;
};

/// A person in the address book or a request, owning its texts.
struct Person {
  sdk::Id id;
  std::string name;
  std::string greeting;
  sdk::Relation relation = sdk::Relation::asked;
  bool online = false;
  std::uint64_t unread = 0;
  std::uint64_t newest_ms = 0;

  static Person of(const sdk::Contact& contact);
  bool operator==(const Person&) const = default;
};

/// A message of a conversation, owning its texts.
struct Message {
  sdk::Id id, peer;
  std::uint64_t time_ms = 0, seq = 0, place = 0;
  sdk::Direction direction = sdk::Direction::outgoing;
  sdk::State state = sdk::State::queued;
  std::string type, body, reason;

  static Message of(const sdk::Message& message);
  bool incoming() const { return direction == sdk::Direction::incoming; }
  bool unread() const { return incoming() && state == sdk::State::delivered; }
  bool operator==(const Message&) const = default;
};

/// A node we have a session with.
struct SessionPeer {
  sdk::Id id;
  std::string endpoint;
  std::uint64_t since_ms = 0;
};

/// A node of the routing table.
struct TableNode {
  sdk::Id id;
  std::string endpoint;
  std::uint32_t rtt_ms = 0, bucket = 0, age_s = 0;
};

}  // namespace p2pchat::presentation
