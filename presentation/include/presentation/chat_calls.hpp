// SPDX-License-Identifier: MIT
#pragma once
#include "presentation/pending.hpp"
#include "presentation/postbox.hpp"
#include "presentation/values.hpp"

#include <p2pchat/host.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace p2pchat::presentation {

/// How a call ended, with what it brought.
template <class... Values>
using Answer = std::function<void(const sdk::Status&, Values...)>;

/// A page of messages; `next` is where to go on, 0 at the end.
struct MessagePage {
  std::vector<Message> messages;  ///< newest first
  std::uint64_t next = 0;
};

/// What stays when a contact is forgotten.
enum class Keep { conversation, nothing };

/// What the node sees of the network just now.
struct NetworkPicture {
  std::vector<SessionPeer> sessions;
  std::vector<TableNode> table;
};

/// `sdk::Chat` and the network, with answers as owned values on the UI's thread.
///
/// Thread: the UI's. An answer that comes after the postbox closed is dropped.
class ChatCalls {
 public:
  ChatCalls(sdk::Host& host, std::shared_ptr<Postbox> postbox);

  void self(Answer<Me> answer);
  void rename(std::string_view name, Answer<> answer);
  void add(std::string_view invite, std::string_view name, std::string_view greeting, Answer<sdk::Id> answer);
  void accept(const sdk::Id& who, Answer<> answer);
  void remove(const sdk::Id& who, Keep keep, Answer<> answer);
  void block(const sdk::Id& who, Answer<> answer);
  void unblock(const sdk::Id& who, Answer<> answer);
  void name_contact(const sdk::Id& who, std::string_view name, Answer<> answer);
  void contacts(Answer<std::vector<Person>> answer);
  void send(const sdk::Id& to, std::string_view text, Answer<sdk::Id> answer);
  void retry(const sdk::Id& message, Answer<> answer);
  void cancel(const sdk::Id& message, Answer<> answer);
  void history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit, Answer<MessagePage> answer);
  void message(const sdk::Id& id, Answer<Message> answer);
  void search(std::string_view words, const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
              Answer<MessagePage> answer);
  void mark_read(const sdk::Id& peer, std::uint64_t place, Answer<> answer);
  void network(Answer<NetworkPicture> answer);
  /// Joins through endpoints, one per line.
  void join(std::string_view endpoints, Answer<> answer);
  std::uint64_t now_ms() { return host_.now_ms(); }
  /// How long the oldest call has waited for the store, in microseconds; 0 when none does. What waits for the network
  /// does not count.
  std::uint64_t waiting_us() { return pending_.longest_us(host_.ticks_us()); }

 private:
  sdk::StatusFn plain(Answer<> answer);
  Pending::Mark begin() { return pending_.begin(host_.ticks_us()); }
  sdk::Fn<void(const sdk::Status&, const sdk::Id&)> with_id(Answer<sdk::Id> answer);
  sdk::Host& host_;
  sdk::Chat* chat_;
  std::shared_ptr<Postbox> postbox_;
  Pending pending_;
};

}  // namespace p2pchat::presentation
