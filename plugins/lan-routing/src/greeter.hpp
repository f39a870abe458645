// SPDX-License-Identifier: MIT
#pragma once
#include "node.hpp"
#include "routing/one_time.hpp"

#include <functional>

namespace p2pchat::lan_routing {

/// Asks endpoints who is there, and believes only what is proven. Thread: [loop].
class Greeter {
 public:
  /// Hears who proved itself, or nobody.
  using Done = std::function<void(const std::optional<Neighbour>& who)>;
  /// Greetings of endpoints that nobody has proven to be at.
  static constexpr std::size_t most_strangers = 64;

  explicit Greeter(Node& node) : node_(node), one_times_(node.host, node.crypto) {}
  /// Greets up to `times` within two seconds. Who greets an endpoint already waits for the same answer.
  void greet(const std::string& endpoint, std::uint32_t times, Done done);
  /// Greets an endpoint that somebody might be at, once; nothing when there are too many of them.
  void greet_stranger(const std::string& endpoint, Done done);
  void on_proof(const std::string& from, const Proof& proof);

 private:
  struct Pending {
    std::string endpoint;
    Greeting greeting;
    std::shared_ptr<const OneTime> mine;
    std::uint32_t times = 1, sent = 0;
    std::uint64_t sent_us = 0, timer = 0;
    bool is_stranger = false;
    std::vector<Done> waiting;
  };
  void transmit(const Token& token);
  bool holds(const Pending& pending, const Proof& proof, Id& owner) const;
  void finish(const Token& token, const std::optional<Neighbour>& who);

  Node& node_;
  OneTimes one_times_;
  std::map<Token, Pending> pending_;
  std::map<std::string, Token> tokens_;  // by endpoint
  std::size_t strangers_ = 0;
};

}  // namespace p2pchat::lan_routing
