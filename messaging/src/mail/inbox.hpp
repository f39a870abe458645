// SPDX-License-Identifier: MIT
#pragma once
#include "address_book.hpp"
#include "lifetime.hpp"
#include "sessions/dispatcher.hpp"
#include "store_access.hpp"

#include <map>
#include <memory>
#include <vector>

namespace p2pchat::messaging {

/// Takes what peers send: stores it, then acknowledges it, then tells of it; in that order, always.
///
/// What came together is one group and one receipt. What the store refuses is not acknowledged: it comes again. What
/// is known already is acknowledged again. Publishes `message.added`, `contact.changed`, `notice`. Thread: [loop].
class Inbox {
 public:
  /// Beyond this much of one peer on its way to the disk, its messages are dropped; an honest peer sends them again.
  static constexpr std::size_t max_unstored = 16 * 1024 * 1024;

  Inbox(sdk::Host& host, StoreAccess& store, PeerLines& peers, AddressBook& book);
  /// Begins to hear messages.
  void listen(Dispatcher& dispatcher);
  /// Takes messages of one sender that came together without a session, each checked as if it had come over one.
  void take(const sdk::Id& from, const std::vector<Letter>& letters);
  /// Marks a conversation as read up to a place, and tells its sender.
  void mark_read(const sdk::Id& peer, std::uint64_t place, sdk::StatusFn done);
  /// Tells a peer again what I have read last, since a `read` may have been lost.
  void peer_online(const sdk::Id& peer);

 private:
  /// What came together from one peer.
  struct Arrival {
    std::vector<Letter> texts;
    std::vector<sdk::Id> refused;
    std::size_t bytes = 0;
  };

  void came(const sdk::Id& from, const Envelope& envelope, const sdk::Id& id);
  void text_came(const sdk::Id& from, const Envelope& envelope, const sdk::Id& id);
  void settle(const sdk::Id& from);
  void store(const sdk::Id& from, Arrival arrival);
  void answered(const sdk::Id& from, const sdk::Id& message, const sdk::Status& status);
  void tell(const sdk::Id& peer, Receipt::Verdict verdict, const std::vector<sdk::Id>& messages,
            std::string reason = {});
  void complain(const sdk::Status& status);

  sdk::Host& host_;
  StoreAccess& store_;
  PeerLines& peers_;
  AddressBook& book_;
  std::map<sdk::Id, Arrival> arriving_;
  std::map<sdk::Id, std::size_t> unstored_;  // bytes on their way to the disk
  bool complained_ = false;
  Lifetime lifetime_;
};

}  // namespace p2pchat::messaging
