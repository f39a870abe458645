// SPDX-License-Identifier: MIT
#pragma once
#include "contact.hpp"
#include "wire/json.hpp"

#include <optional>
#include <string>

namespace p2pchat::kademlia {

/// The largest datagram, and the size every HELLO is padded to: three times it is what may come back unproven.
inline constexpr std::size_t max_datagram = 1200, hello_size = 768;

enum class Kind : std::uint8_t {
  ping,
  pong,
  find_node,
  nodes,
  hello,
  welcome,
  retry,
  store,
  stored,
  get,
  record,
  call
};

/// Whether somebody asks with it, rather than answers.
inline bool is_request(Kind kind) {
  return kind == Kind::ping || kind == Kind::find_node || kind == Kind::hello || kind == Kind::store ||
         kind == Kind::get || kind == Kind::call;
}

/// Which part of a delegation or a record this is, counted from 1.
struct Part {
  std::uint8_t number = 1, of = 1;
};

/// A delegation has at most four, a record eight.
inline constexpr std::uint8_t max_parts = 4, max_record_parts = 8;

/// What WELCOME announces in `w`: NODES follow unasked; a PING would be answered with a greeting.
inline constexpr std::uint64_t nodes_follow = 1, would_greet = 2;

/// What a PING wishes in `w` beside its answer: to hear where it comes from, to be dialled there, to be held.
inline constexpr std::uint64_t see_me = 1, dial_me = 2, hold_me = 4;

/// What PONG says in `w` to these wishes, and NODES of the node that was looked for.
inline constexpr std::uint64_t is_holding = 1, will_dial = 2;

/// One datagram, decoded; docs/protocol/addressing.md says which members belong to which kind.
struct Packet {
  Kind kind = Kind::ping;
  Token request{};                  ///< `i`: an answer repeats it
  std::optional<Token> session{};   ///< `y`
  std::optional<Id> sender{};       ///< `f`: who offers to be greeted
  std::optional<Id> target{};       ///< `k`
  Octets share{};                   ///< `x`: one-time public key
  Octets held{};                    ///< `q`: mark of the delegation the sender already has, or of the record he brings
  Octets cookie{};                  ///< `o`
  std::optional<Address> seen{};    ///< `a`: where the one who asked is seen
  Octets delegation{};              ///< `r` of WELCOME: a part of it
  Octets record{};                  ///< `r` of STORE and RECORD: a part of it
  Part part{};                      ///< `p`
  std::vector<Contact> contacts{};  ///< `c` and `c6`
  std::uint64_t flags = 0;          ///< `w`
};

/// A packet as it came: `text` is what `tag` covers; `tag` is nothing for kinds that carry none.
struct Received {
  Packet packet;
  std::string text{};
  std::optional<Tag> tag{};
};

/// The JSON text up to its tag, which is what a tag covers. A HELLO is padded to `hello_size`.
std::string text_of(const Packet& packet);

/// The datagram: the text with its tag, closed, in base64url. An empty `tag` leaves it out.
std::string to_datagram(std::string text, sdk::bytes tag);

/// Reads a datagram strictly: unknown, missing or foreign members, wrong lengths and other forms are nothing.
std::optional<Received> from_datagram(wire::JsonParser& parser, sdk::bytes datagram);

}  // namespace p2pchat::kademlia
