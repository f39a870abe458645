// SPDX-License-Identifier: MIT
#pragma once
#include "delivery.hpp"
#include "lane.hpp"
#include "lifetime.hpp"
#include "sessions/peer_lines.hpp"
#include "sessions/receipt.hpp"
#include "sessions/signing_queue.hpp"
#include "store_access.hpp"

#include <deque>
#include <map>
#include <string>

namespace p2pchat::messaging {

/// Brings every message of mine to its receiver, however often either side goes away.
///
/// A message is stored before anything else happens to it, and given up only by a person or by the receiver's word.
/// Until its receipt comes, it is sent again in each new session and whenever patience ends; the receiver knows it by
/// its id. docs/messages.md has the argument. Publishes `message.added` and `message.state`. Thread: [loop].
class Outbox {
 public:
  using SavedFn = sdk::Fn<void(const sdk::Status&, const sdk::Id& message)>;

  Outbox(sdk::Host& host, sdk::Crypto& crypto, StoreAccess& store, PeerLines& peers);

  /// Who I am and what signs as me, which outlives the outbox: begins with what waits in the store.
  void start(const sdk::Id& me, SigningQueue& signatures);
  /// Answers what waits for the identity with `cancelled`, and sends nothing more.
  void stop();

  /// Stores a draft together with what `also` writes, in one group, and sends it. `done` when it is durable, which
  /// waits for the identity to be there. Drafts keep their order.
  void queue(Draft draft, StoreAccess::Job also, SavedFn done);
  /// Takes a peer's word about messages of mine to it.
  void receive(const sdk::Id& from, const Receipt& receipt);
  /// Fails everything that waits for a peer, together with what `also` writes.
  void give_up(const sdk::Id& peer, std::string reason, StoreAccess::Job also, sdk::StatusFn done);
  /// Fails one message that is not delivered. Errors: `not_found`, `refused` when it has arrived.
  void cancel(const sdk::Id& message, sdk::StatusFn done);
  /// Queues a failed message again, or hurries one that waits. Errors: `not_found`, `refused` when it has arrived.
  void retry(const sdk::Id& message, sdk::StatusFn done);

  /// Hears of each knock in vain after the first.
  void on_absent(std::function<void(const sdk::Id& peer)> f) { absent_ = std::move(f); }
  /// A session with a peer began, or the last one ended.
  void peer_online(const sdk::Id& peer);
  void peer_offline(const sdk::Id& peer);
  /// A peer takes my texts from now on.
  void release(const sdk::Id& peer);
  /// Knocks at once wherever something waits: the network has changed.
  void hurry();
  /// How much memory waiting messages take, about, in bytes.
  std::size_t bytes() const;

 private:
  /// A lane with what drives it.
  struct Route {
    Lane lane;
    std::uint32_t failures = 0;
    std::uint64_t timer = 0;        // the token of the next attempt; 0: none
    std::uint64_t quiet_until = 0;  // ms; no knocking before
    bool progress = false;          // a receipt came since the last attempt
    bool pumping = false;           // `pump` is already asked for
  };
  struct Waiting {
    Draft draft;
    StoreAccess::Job also;
    SavedFn done;
  };
  /// Drafts that are stored together.
  struct Saving {
    std::vector<Letter> letters;
    StoreAccess::Job also;
    std::vector<SavedFn> done;
    sdk::Status failure;  // why they cannot be
    bool pushed = false;  // into their lanes
  };
  using Ids = std::vector<sdk::Id>;

  void hand_over(int most_at_once);
  std::shared_ptr<Saving> next_to_save();
  void save(const std::shared_ptr<Saving>& saving);
  void push(const Saving& saving);
  void saved(const Saving& saving, const sdk::Status& status);
  void restore();
  void cannot_restore(const sdk::Status& why);
  void load_page(const sdk::Id& peer, Route& route);
  void sign(const sdk::Id& peer, Outgoing& outgoing);
  void send(const sdk::Id& peer, Outgoing& outgoing);
  void signed_as_me(const sdk::Id& peer, std::uint64_t seq, const sdk::Status& status, sdk::bytes signature);
  void left(const sdk::Id& peer, std::uint64_t seq, const sdk::Status& status);
  void pump_soon(const sdk::Id& peer, Route& route);
  void pump(const sdk::Id& peer);
  void arm(const sdk::Id& peer, Route& route, std::uint64_t first_ms);
  void patience_ended(const sdk::Id& peer);
  void mark_sent();
  void settle(const sdk::Id& peer, const Ids& answered, const sdk::Status& status, const Ids& changed);
  void change(const sdk::Id& message, DeliveryEvent event, std::string reason, sdk::StatusFn done);
  void tell(const Ids& messages);
  Route* find(const sdk::Id& peer);

  sdk::Host& host_;
  sdk::Crypto& crypto_;
  StoreAccess& store_;
  PeerLines& peers_;
  SigningQueue* signatures_ = nullptr;
  sdk::Id me_;
  bool started_ = false, restored_ = false, stopped_ = false;
  std::map<sdk::Id, Route> routes_;
  LastNumbers numbers_;
  std::deque<Waiting> waiting_;                          // to be handed to the store
  int saving_ = 0, giving_up_ = 0;                       // how many are on their way through the store
  std::vector<std::pair<sdk::Id, std::uint64_t>> left_;  // peer and number, to be marked as sent
  std::function<void(const sdk::Id&)> absent_;
  Lifetime lifetime_;
};

}  // namespace p2pchat::messaging
