// SPDX-License-Identifier: MIT
#pragma once
#include "node.hpp"
#include "routing/rate_limit.hpp"

namespace p2pchat::lan_routing {

/// Answers greetings. It keeps nothing: an answer costs one agreement of keys, no signature, and at most 500 are given
/// in a second. Thread: [loop].
class Responder {
 public:
  explicit Responder(Node& node) : node_(node) {}
  void answer(std::string_view from, const Greeting& greeting);

 private:
  Node& node_;
  RateLimit limit_{500};
};

}  // namespace p2pchat::lan_routing
