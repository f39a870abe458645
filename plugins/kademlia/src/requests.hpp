// SPDX-License-Identifier: MIT
#pragma once
#include "links.hpp"
#include "loss.hpp"
#include "node.hpp"
#include "proof.hpp"
#include "silences.hpp"

#include <functional>
#include <memory>

namespace p2pchat::kademlia {

/// One thing to ask of somebody.
struct Question {
  enum class Kind : std::uint8_t { greet, ping, find_node, store, get, call };
  Kind kind = Kind::greet;
  std::optional<Contact> whom{};  ///< who is expected to answer; nobody in particular for an endpoint from a setting
  std::string endpoint{};         ///< where it is sent when `whom` is empty; may be a host name
  Id target{};                    ///< of `find_node`, `store` and `get`
  bool announce = false;          ///< whether to say that I may be greeted; a HELLO always does
  std::uint32_t tries = 0;        ///< how often it is sent; 0: as often as the loss of late demands
  Octets record{}, mark{};        ///< of `store`: a part of a record, and the mark of the whole
  Part part{};                    ///< of `store` and `get`: which part
  std::uint64_t wants = 0;        ///< of `ping`: `see_me` and the like
  bool is_client = false;         ///< nobody else can reach `whom`: his answer brings him into no table
  Octets caller{};                ///< of `call`: the 16 octets that name who waits
};

/// How a question ended.
struct Outcome {
  enum class Kind : std::uint8_t {
    answered,
    timed_out,
    unreachable,   ///< the network said so; anybody may forge that
    somebody_else  ///< another id lives there; `who` says whose
  };
  Kind kind = Kind::timed_out;
  Contact who{};                    ///< who answered; proven
  std::vector<Contact> contacts{};  ///< whom it named: not proven, but filtered
  Octets record{};                  ///< of `get`: a part of a record; empty when there is none
  Part part{};                      ///< which part
  std::uint64_t flags = 0;          ///< what PONG and NODES say in `w`; of `store`: a `Verdict`
  std::optional<Address> seen{};    ///< where it sees me
};

/// The asking half: sends requests, greets whoever is not proven yet, waits, sends again, matches answers.
///
/// A request is sent twice, in a network that loses some three times, or four; a greeting four times. Whoever
/// asks somebody that was silent within the last minute hears at once that it may take long; where nothing is lost,
/// that one is asked only once.
///
/// An answer counts only when it comes from where the request went, repeats its token and carries a tag under a key
/// that the expected id proved to own; who answers for a name has to answer a ping at his address too. Thread: [loop].
/// No callback is called from inside `ask`.
class Requests {
 public:
  using OutcomeFn = std::function<void(const Outcome&)>;

  /// `verified` hears every contact that answered, `lost` every one that did not.
  Requests(Node& node, std::function<void(const Contact&, std::uint32_t rtt_ms)> verified,
           std::function<void(const Contact&)> lost);
  /// Asks; `slow`, when given, hears that the first wait ended; `done` is called once, within about ten seconds.
  /// Returns what names the request on the wire.
  Token ask(Question question, OutcomeFn done, std::function<void()> slow = {});
  /// Takes an answer: PONG, NODES, STORED, RECORD, WELCOME or RETRY.
  void on_answer(const Address& from, const Received& received);
  /// Ends the wait for an endpoint that the network calls unreachable.
  void on_unreachable(const Address& address);

 private:
  struct Pending {
    Question question;
    OutcomeFn done;
    std::function<void()> slow;
    std::string endpoint;
    std::optional<WelcomeReader> greeting;  // while a HELLO is out
    std::optional<Received> early;          // NODES that overtook their WELCOME
    Octets cookie;
    std::uint64_t sent_us = 0, wait_us = 0, timer = 0;
    std::uint32_t sent = 0, retries = 0, wrong_proofs = 0;
  };
  void transmit(const Token& token, Pending& pending);
  const Link* link_for(const Question& question);
  std::uint32_t usual_tries(const Question& question);
  void send_hello(const Token& token, Pending& pending);
  Octets held_mark(const Contact& whom);
  void send_request(const Token& token, Pending& pending, const Link& link);
  void wait(const Token& token, Pending& pending);
  void on_timer(const Token& token);
  void on_welcome(const Token& token, Pending& pending, const Address& from, const Received& received);
  void on_proven(const Token& token, Pending& pending, const Contact& who);
  void confirm(const Token& token, Question ping);
  void on_tagged(const Token& token, Pending& pending, const Received& received);
  void on_retry(const Token& token, Pending& pending, const Packet& packet);
  void finish(const Token& token, const Outcome& outcome);
  std::vector<Contact> filtered(const std::vector<Contact>& contacts, const Address& from);
  void take_sample(Link& link, std::uint64_t us);

  Node& node_;
  std::function<void(const Contact&, std::uint32_t)> verified_;
  std::function<void(const Contact&)> lost_;
  Links links_;
  std::map<Token, Pending> pending_;
  Silences silences_;
  RoundTrip others_;  // how long anybody takes
  OneTimes one_times_;
  Loss loss_;
};

}  // namespace p2pchat::kademlia
