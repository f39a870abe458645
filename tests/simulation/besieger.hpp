// SPDX-License-Identifier: MIT
#pragma once
#include "requests.hpp"
#include "sea.hpp"

namespace p2pchat::simulation {

/// Greets one node every minute, as often as that one greets back, so as to get into its table: what a node does beside
/// its plugin that besieges another. Lives as long as the node.
class Besieger {
 public:
  Besieger(SimNode& node, const kademlia::Contact& besieged);
  Besieger(const Besieger&) = delete;
  Besieger& operator=(const Besieger&) = delete;

 private:
  void greet();

  const kademlia::Contact besieged_;
  const std::string endpoint_;
  kademlia::Node node_;
  kademlia::Requests requests_;
  wire::JsonParser parser_;
};

}  // namespace p2pchat::simulation
