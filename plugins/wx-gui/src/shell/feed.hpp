// SPDX-License-Identifier: MIT
#pragma once
#include "model/live_lookups.hpp"
#include "model/node_description.hpp"
#include "presented.hpp"
#include "shell/mailbox.hpp"

#include <functional>
#include <string>
#include <variant>

namespace p2pchat::wx_gui {

struct BecameReady {
  Me me;
};
/// People who are new, differ from before, or are gone.
struct BookChanged {
  std::vector<Change> changes;
  bool first = false;  ///< the book as it was found at the start
};
struct MessageAdded {
  Message message;
};
struct MessageChanged {
  Message message;
};
struct Presence {
  sdk::Id who;
  bool online = false;
};
struct NetworkStatus {
  std::string sentence;
};
struct Notice {
  std::string sentence;
};

/// A bottle came, or got on.
struct BottlesChanged {};

/// Routing asks a node for the nodes nearest a target.
struct LookupAsks {
  sdk::Id target, node;
};
struct LookupEnded {
  sdk::Id target;
  LookupEnd how = LookupEnd::done;
};

/// The node said what it is made of.
struct NodeDescribed {
  NodeDescription node;
};

/// What happened, as a value.
using Event = std::variant<BecameReady, BookChanged, MessageAdded, MessageChanged, Presence, NetworkStatus, Notice,
                           BottlesChanged, LookupAsks, LookupEnded, NodeDescribed>;

/// Turns the host's events, which carry ids, into values, fetching what they speak of; keeps the address book.
///
/// Thread: the UI's; only `listen` subscribes, on whichever thread. Events of one kind come in their order.
class Feed {
 public:
  using Listener = std::function<void(const Event&)>;
  Feed(sdk::Host& host, std::shared_ptr<Mailbox> mailbox);

  /// Begins to hear the host. What comes before `open` waits in the mailbox.
  void listen();
  /// Fetches the address book and who I am, and tells the listener from now on.
  void open(Listener listener, std::function<void()> book_is_there);
  /// Fetches the address book again, then calls back.
  void refresh(std::function<void()> done);
  /// Asks the node what it is made of: `NodeDescribed` comes.
  void describe_node();
  /// Wants a plugin used from the next start on, or not. `NodeDescribed` tells what became of it.
  void enable_plugin(const std::string& id);
  void disable_plugin(const std::string& id);
  const AddressBook& book() const { return book_; }
  const std::string& network_status() const { return network_status_; }
  ChatCalls& calls() { return calls_; }
  BottleCalls& bottles() { return bottles_; }

 private:
  void heard_lookup(const std::string& topic, const sdk::Id& subject, const std::string& detail);
  void heard(const std::string& topic, const sdk::Id& subject, const std::string& detail);
  void fetch_book();
  void book_came(const sdk::Status& status, std::vector<Person> people);
  void fetch_self();
  void tell(const Event& event);
  sdk::Host& host_;
  std::shared_ptr<Mailbox> mailbox_;
  ChatCalls calls_;
  BottleCalls bottles_;
  AddressBook book_;
  Listener listener_;
  std::string network_status_;
  bool fetching_ = false, again_ = false, ready_ = false, have_book_ = false;
  std::vector<std::function<void()>> waiting_, next_waiting_;
};

}  // namespace p2pchat::wx_gui
