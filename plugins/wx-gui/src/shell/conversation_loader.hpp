// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/paging.hpp"
#include "presented.hpp"
#include "shell/feed.hpp"
#include "shell/lifetime.hpp"

namespace p2pchat::wx_gui {

/// Fetches one conversation page by page and keeps it up with what happens.
///
/// Thread: the UI's. Answers that belong to a conversation which was left are dropped.
class ConversationLoader {
 public:
  /// What changed: all rows, `count` rows that came in front, rows at the end, or how single rows look.
  struct Change {
    enum class Kind { reset, prepended, grew, looks, failed };
    Kind kind;
    std::size_t count = 0;
  };
  using Listener = std::function<void(const Change&)>;
  ConversationLoader(ChatCalls& calls, Listener listener) : calls_(calls), listener_(std::move(listener)) {}

  /// Leaves the conversation that was open and fetches the newest page of another.
  void open(const sdk::Id& peer);
  void take(const Message& message);
  /// Fetches, fills and drops what the view makes necessary.
  void view_moved(const RowRange& shown);
  /// Fetches older pages until a place is known, then calls back; not when it is not in the store.
  void reach(std::uint64_t place, std::function<void()> then);
  /// The messages from one place to another, both included, oldest first: as they are in memory, or else from the
  /// store. Nothing comes when the conversation is left meanwhile, or a page cannot be read.
  void read(std::uint64_t from, std::uint64_t to, std::function<void(const std::vector<Message>&)> then);
  /// Marks everything that is known as read.
  void mark_read();
  const sdk::Id& peer() const { return peer_; }
  const Conversation& conversation() const { return conversation_; }
  /// Why the last page could not be fetched; ok when it could.
  const sdk::Status& problem() const { return problem_; }

 private:
  using Pages = void (ConversationLoader::*)(const MessagePage&);
  void fetch(std::uint64_t before, std::uint32_t limit, Pages came);
  void newest_came(const MessagePage& page);
  void older_came(const MessagePage& page);
  void fill_came(const MessagePage& page);
  void read_back(std::uint64_t from, std::uint64_t before, const std::shared_ptr<std::vector<Message>>& newest_first,
                 std::function<void(const std::vector<Message>&)> then);
  void tell(Change::Kind kind, std::size_t count = 0) { listener_({kind, count}); }

  ChatCalls& calls_;
  Listener listener_;
  sdk::Id peer_;
  Conversation conversation_;
  sdk::Status problem_;
  std::uint64_t generation_ = 0, marked_ = 0;
  bool fetching_ = false;
  std::uint64_t wanted_place_ = 0;
  std::function<void()> reached_;
  Lifetime lifetime_;
};

}  // namespace p2pchat::wx_gui
