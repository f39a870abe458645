// SPDX-License-Identifier: MIT
#pragma once
#include "world.hpp"

namespace p2pchat::test {

/// A node that proves its own id honestly and then says whatever the test wants.
class HostileNode {
 public:
  HostileNode(DatagramNetwork& network, std::string endpoint, std::uint64_t seed);
  ~HostileNode();
  /// Whom it names when asked for a key.
  std::function<std::vector<kademlia::Contact>(const Id& key)> referrals;
  /// How long it thinks before each answer.
  std::uint64_t delay_us = 0;
  std::uint64_t asked = 0;              ///< greetings and requests that came
  std::vector<kademlia::Kind> answers;  ///< what came to its pings

  kademlia::Contact contact() const { return {identity_.id(), *kademlia::parse_address(endpoint_)}; }
  /// Shows somebody else's delegation instead of its own, without having its secret.
  void wear(std::vector<std::uint8_t> delegation) { delegation_ = std::move(delegation); }
  /// Greets somebody, offering to be greeted, so that he is asked to take it into his table.
  void offer(const std::string& endpoint);
  /// Pings under the session that an offer opened, as `sender`.
  void ping(const std::string& endpoint, const Id& sender);

 private:
  void hear(const std::string& from, sdk::bytes payload);
  void welcome(const std::string& from, const kademlia::Packet& hello);
  void nodes(const std::string& to, const kademlia::Packet& request, const kademlia::Octets& key);
  void send(const std::string& to, const std::string& datagram);

  DatagramNetwork& network_;
  const std::string endpoint_;
  VirtualHost host_;
  ContactCrypto crypto_;
  ContactIdentity identity_;
  wire::JsonParser parser_;
  std::vector<std::uint8_t> secret_, delegation_;
  std::map<kademlia::Token, kademlia::Octets> keys_;              // by session
  std::map<kademlia::Token, kademlia::WelcomeReader> greetings_;  // by request
  std::map<std::string, kademlia::Proof> opened_;                 // by endpoint: the last session that stands
};

}  // namespace p2pchat::test
