// SPDX-License-Identifier: MIT
#pragma once
#include "flow/shore.hpp"

#include <deque>
#include <set>

namespace p2pchat::bottle {

/// Addressed bottles that this node keeps for others: brings them when their receiver asks or is online, erases them
/// when the receiver has them. Thread: [loop].
class Holding {
 public:
  explicit Holding(Shore& shore) : shore_(shore) {}
  void on_collect(const Id& from, std::string_view text);
  void on_taken(const Id& from, std::string_view text);
  void on_online(const Id& node);

 private:
  struct Delivery {
    std::deque<SeenKey> waiting;
    std::uint32_t open = 0;
    std::uint64_t since_us = 0;
  };
  void deliver(const Id& receiver);
  void send_next(const Id& receiver);

  Shore& shore_;
  std::map<Id, Delivery> deliveries_;  // by receiver, while there is something to bring or it was just brought
};

}  // namespace p2pchat::bottle
