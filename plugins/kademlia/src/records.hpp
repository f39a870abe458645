// SPDX-License-Identifier: MIT
#pragma once
#include "fetcher.hpp"
#include "spreader.hpp"

#include <p2pchat/identity.hpp>

namespace p2pchat::kademlia {

/// Records of mine and of others: signs and spreads mine, keeps what others bring, passes on what nobody brought for a
/// quarter of an hour, about. Mine are passed on while this node runs, by others also when it does not.
/// Thread: [loop].
class Records {
 public:
  Records(Node& node, Requests& requests, Lookups& lookups, Keeper& keeper, sdk::Identity& identity)
      : node_(node),
        identity_(identity),
        keeper_(keeper),
        holders_(node, lookups),
        spreader_(node, requests, holders_),
        fetcher_(node, requests, holders_, keeper) {}
  /// As in `sdk::Routing`. Errors: `too_large`, `invalid` life, `refused` keys that are not bound to me or the value.
  void put(const Id& key, Octets value, std::uint32_t ttl_s, Spreader::DoneFn done);
  void get(const Id& key, Fetcher::DoneFn done) { fetcher_.fetch(key, std::move(done)); }
  /// Forgets what has ended and passes on what is due: every half minute.
  void tick();

 private:
  struct Mine {
    Octets packed;
    std::uint64_t expiry_ms = 0, due_us = 0;
  };
  void sign(Record record, const Spreader::DoneFn& done);
  void spread_mine(const Record& record, const Spreader::DoneFn& done);

  Node& node_;
  sdk::Identity& identity_;
  Keeper& keeper_;
  Holders holders_;
  Spreader spreader_;
  Fetcher fetcher_;
  std::map<Id, Mine> mine_;
  std::uint64_t sequence_ = 0;
};

}  // namespace p2pchat::kademlia
