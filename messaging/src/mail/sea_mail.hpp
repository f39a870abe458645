// SPDX-License-Identifier: MIT
#pragma once
#include "cargo.hpp"
#include "inbox.hpp"
#include "sessions/own_identity.hpp"

#include <p2pchat/bottle.hpp>

#include <set>

namespace p2pchat::messaging {

/// Sends what waits for an absent contact by the sea, in bottles only they can open, and takes in what came so.
///
/// A message keeps waiting in its lane until its receipt comes over a session; as it has one id whichever way it came,
/// it is one message. Without a `Bottle` plugin nothing happens. Publishes `message.state`. Thread: [loop].
class SeaMail {
 public:
  SeaMail(sdk::Host& host, sdk::Crypto& crypto, StoreAccess& store, OwnIdentity& identity, PeerLines& peers,
          AddressBook& book, Inbox& inbox);
  /// Begins to throw and to hear bottles as me; `signatures` outlives the sea.
  void start(const sdk::Id& me, SigningQueue& signatures);
  /// Knocked in vain: throws what waits for them, one bottle at a time, for at most four contacts at once.
  void peer_absent(const sdk::Id& peer);

 private:
  using CargoPtr = std::shared_ptr<Cargo>;
  struct Arrival;

  void sign(const CargoPtr& cargo);
  void seal(const CargoPtr& cargo);
  void cast(const CargoPtr& cargo);
  void came(const sdk::Id& bottle, const sdk::Id& sender, sdk::bytes sealed);
  void take(const std::shared_ptr<Arrival>& arrival);

  sdk::Host& host_;
  sdk::Crypto& crypto_;
  StoreAccess& store_;
  OwnIdentity& identity_;
  PeerLines& peers_;
  AddressBook& book_;
  Inbox& inbox_;
  sdk::Bottle* sea_ = nullptr;
  SigningQueue* signatures_ = nullptr;
  sdk::Id me_;
  std::set<sdk::Id> casting_;  // by receiver
  Lifetime lifetime_;
};

}  // namespace p2pchat::messaging
