// SPDX-License-Identifier: MIT
#pragma once
#include "guests.hpp"
#include "keeper.hpp"
#include "node.hpp"
#include "proof.hpp"

#include <deque>
#include <functional>

namespace p2pchat::kademlia {

/// How many contacts one answer names: twelve of either family fit a datagram.
inline constexpr std::size_t answer_contacts = 12;

/// The answering half: PING, FIND_NODE, HELLO, STORE and GET of others.
///
/// No answer to somebody unproven is larger than three times what he sent. A repeated HELLO gets the same session and
/// costs no second agreement. Thread: [loop].
class Responder {
 public:
  struct Others {
    /// Hears of somebody who proved that he hears me, offers to be greeted and is wanted in the table.
    std::function<void(const Contact&)> greet;
    /// Somebody asks to be held; says whether he is.
    std::function<bool(const Contact&)> hold;
    std::function<bool(const Id&)> holds;
    /// Whether I keep in touch with somebody there, who may call me.
    std::function<bool(const Address&)> is_relay;
  };
  Responder(Node& node, Keeper& keeper, Others others);
  /// Takes a request; `size` is that of its datagram.
  void on_request(const Address& from, const Received& received, std::size_t size);
  /// Answers greetings that came before my contact key was made; ends half-open sessions of the previous one.
  void on_key();
  /// Forgets sessions that were not used for half a day; looks for them once an hour.
  void forget_old();

 private:
  struct Held {
    Address from;
    Packet hello;
    std::size_t size = 0;
    std::uint64_t came_us = 0;
  };
  bool is_admitted(const Address& from, const Packet& hello);
  void on_hello(const Address& from, const Packet& hello, std::size_t size);
  void on_tagged(const Address& from, const Received& received);
  void answer(const Guests::Key& session, Guest& guest, const Packet& request);
  void pong(const Address& from, Guest& guest, const Packet& ping);
  void take_call(const Address& from, const Guest& guest, const Packet& call);
  bool will_be_dialled(const Address& from, Guest& guest, const Packet& ping);
  std::vector<std::string> welcome(const Packet& hello, const Token& session, const Guest& guest, std::uint64_t flags);
  std::string nodes(const Address& from, const Guest& guest, const Packet& request, std::size_t limit);
  void send_retry(const Address& from, const Packet& packet, Octets cookie);
  Octets keyed(std::string_view purpose, const Address& from, sdk::bytes what);
  Octets cookie(const Address& from, const Packet& hello, std::uint64_t epoch);

  Node& node_;
  Keeper& keeper_;
  Others others_;
  Guests guests_;
  std::uint64_t forgot_us_ = 0;
  std::deque<Held> held_;
  std::array<std::uint8_t, 32> secret_{};
  SourceLimit by_source_{20}, by_shown_source_{20};
  RateLimit hellos_{500}, retries_{500}, dials_{5};
};

}  // namespace p2pchat::kademlia
