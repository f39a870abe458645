// SPDX-License-Identifier: MIT
#pragma once
#include "model/key_words.hpp"
#include "model/live_lookups.hpp"
#include "model/node_description.hpp"
#include "model/reach.hpp"
#include "presented.hpp"
#include "shell/mailbox.hpp"

#include <functional>
#include <string>
#include <variant>

namespace p2pchat::wx_gui {

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

/// Routing found out how others reach this node.
struct ReachFound {
  Reach reach = Reach::unknown;
};

/// The node said what it is made of.
struct NodeDescribed {
  NodeDescription node;
};

/// What happened, as a value.
using Event = std::variant<BecameReady, BookChanged, MessageAdded, MessageChanged, Presence, NetworkStatus, Notice,
                           BottlesChanged, LookupAsks, LookupEnded, ReachFound, NodeDescribed>;

/// What happens, bottles, lookups and the node too, as values; keeps the address book.
///
/// Thread: the UI's; only `listen` subscribes, on whichever thread. Events of one kind come in their order.
class Feed {
 public:
  using Listener = std::function<void(const Event&)>;
  Feed(sdk::Host& host, std::shared_ptr<Mailbox> mailbox);

  /// Begins to hear the host. What comes before `open` waits in the mailbox.
  void listen() { news_.listen({"bottle.", "lookup.", "net.reach", "node.description", "key."}); }
  /// Fetches the address book and who I am, and tells the listener from now on.
  void open(Listener listener, std::function<void()> book_is_there);
  /// Fetches the address book again, then calls back.
  void refresh(std::function<void()> done) { news_.refresh(std::move(done)); }
  /// Asks the node what it is made of: `NodeDescribed` comes.
  void describe_node();
  /// Asks routing how it stands: `NetworkStatus` and `ReachFound` come, when it knows.
  void describe_network();
  /// Wants a plugin used from the next start on, or not. `NodeDescribed` tells what became of it.
  void enable_plugin(const std::string& id);
  void disable_plugin(const std::string& id);
  /// Asks the node to copy my key to a file under a passphrase, or to take another in. The answer's text is the node's.
  void ask_for_key(KeyTask task, const std::string& file, const std::string& passphrase,
                   std::function<void(const sdk::Status&)> answer);
  const AddressBook& book() const { return news_.book(); }
  const std::string& network_status() const { return news_.network_status(); }
  ChatCalls& calls() { return news_.calls(); }
  BottleCalls& bottles() { return bottles_; }

 private:
  void heard(const std::string& topic, const sdk::Id& subject, const std::string& detail);
  void heard_lookup(const std::string& topic, const sdk::Id& subject, const std::string& detail);
  void heard_of_key(const std::string& detail);
  void tell(const Event& event);
  sdk::Host& host_;
  Listener listener_;
  std::function<void(const sdk::Status&)> key_answer_;
  NewsFeed news_;
  BottleCalls bottles_;
};

}  // namespace p2pchat::wx_gui
