// SPDX-License-Identifier: MIT
#pragma once
#include "holdings.hpp"
#include "joiner.hpp"
#include "memory.hpp"
#include "prober.hpp"
#include "records.hpp"
#include "relays.hpp"
#include "responder.hpp"
#include "upkeep.hpp"

#include <p2pchat/routing.hpp>
#include <p2pchat/tables.hpp>

namespace p2pchat::kademlia {

/// One running node: its parts, tied together. Exists from the moment my id is known. Thread: [loop].
class Overlay {
 public:
  using LocateFn = std::function<void(const sdk::Status&, const sdk::NodeEntry&)>;
  using ClosestFn = std::function<void(const sdk::Status&, const sdk::NodeEntry* nodes, std::uint32_t count)>;
  struct Surroundings {
    sdk::Host& host;
    sdk::Transport& transport;
    sdk::Crypto& crypto;
    sdk::Identity& identity;
    sdk::Tables* tables;  // may be null
  };

  Overlay(const Surroundings& around, const Id& me);
  void start();
  void stop();
  void on_datagram(const Address& from, sdk::bytes datagram);
  void on_event(std::string_view topic, const Id& subject, sdk::bytes detail);
  void on_unreachable(const Address& address) { requests_.on_unreachable(address); }

  /// As in `sdk::Routing`. No callback comes from inside; what is asked when this node stops may stay unanswered.
  void join(const std::vector<std::string>& endpoints, Joiner::DoneFn done);
  void locate(const Id& id, LocateFn done);
  void closest(const Id& key, std::uint32_t count, const ClosestFn& done);
  void put(const Id& key, Octets value, std::uint32_t ttl_s, Spreader::DoneFn done) {
    records_.put(key, std::move(value), ttl_s, std::move(done));
  }
  void get(const Id& key, Fetcher::DoneFn done) { records_.get(key, std::move(done)); }
  void known(const Id& key, std::uint32_t count, const sdk::Fn<void(const sdk::NodeEntry&)>& each);
  void table(const sdk::Fn<void(const sdk::NodeEntry&, std::uint32_t bucket, std::uint32_t age_s)>& each);
  const Counters& counters() const { return node_.counters; }

 private:
  void on_verified(const Contact& contact, std::uint32_t rtt_ms);
  void greet(const Contact& contact);
  void describe();
  void on_reach();
  sdk::NodeEntry entry_through(const std::vector<Contact>& holders, const Id& id);
  void look_up(const Id& id, const LocateFn& done);
  void tell(bool is_joined);
  sdk::NodeEntry entry_of(const Contact& contact) const;

  Node node_;
  Requests requests_;
  Keeper keeper_;
  Responder responder_;
  Holdings holdings_;
  Relays relays_;
  Prober prober_;
  Lookups lookups_;
  Records records_;
  Joiner joiner_;
  Upkeep upkeep_;
  Memory memory_;
  std::map<Address, std::uint64_t> greeted_us_;
  std::uint64_t tidied_us_ = 0;
  std::string told_;
};

}  // namespace p2pchat::kademlia
