// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/page_around.hpp"
#include "canvas/paging.hpp"
#include "presented.hpp"
#include "shell/feed.hpp"
#include "shell/lifetime.hpp"

#include <limits>
#include <optional>

namespace p2pchat::wx_gui {

/// Fetches the part of one conversation that the view needs, page by page, and keeps it up with what happens.
///
/// However long the conversation is, some thousand messages around the view are in memory. How many lie on either side
/// is a guess from their places. Thread: the UI's. Answers that belong to a conversation which was left are dropped.
class ConversationLoader {
 public:
  /// What changed.
  struct Change {
    enum class Kind {
      reset,      ///< all rows
      jumped,     ///< all rows: those around the place that was asked for, which is shown next
      prepended,  ///< `count` rows came in front
      appended,   ///< `count` rows came at the end, from the store
      grew,       ///< a message happened, and its row came at the end
      beyond,     ///< `message` happened below what is loaded
      dropped,    ///< `count` rows at the front went, and all that are now too many at the end
      looks,      ///< how single rows look
      failed      ///< a page could not be fetched
    };
    Kind kind;
    std::size_t count = 0;
    const Message* message = nullptr;
  };
  /// How many messages are likely to lie before and behind what is loaded.
  struct Outside {
    std::int64_t older = 0, newer = 0;
  };
  /// A place behind all others.
  static constexpr auto the_end = std::numeric_limits<std::uint64_t>::max();

  using Listener = std::function<void(const Change&)>;
  ConversationLoader(ChatCalls& calls, Listener listener) : calls_(calls), listener_(std::move(listener)) {}

  /// Leaves the conversation that was open and fetches the newest page of another.
  void open(const sdk::Id& peer);
  void take(const Message& message);
  /// Fetches and drops what the view makes necessary.
  void view_moved(const RowRange& shown);
  /// Calls back when what is loaded holds a place with some messages on either side, or what is nearest to it when it
  /// is not in the store: at once, or after they have been fetched instead of those that are there. Who asks again
  /// before that is the only one called back.
  void reach(std::uint64_t place, std::function<void()> then);
  /// The messages from one place to another, both included, oldest first: as they are in memory, or else from the
  /// store. Nothing comes when the conversation is left meanwhile, or a page cannot be read.
  void read(std::uint64_t from, std::uint64_t to, std::function<void(const std::vector<Message>&)> then);
  /// Marks everything as read, if the newest message is loaded.
  void mark_read();
  const sdk::Id& peer() const { return peer_; }
  const Conversation& conversation() const { return conversation_; }
  Outside outside() const;
  /// Where a message is likely to stand that many rows above the first that is loaded (negative) or below the last.
  std::uint64_t place_away(std::int64_t rows) const;
  /// Why the last page could not be fetched; ok when it could.
  const sdk::Status& problem() const { return problem_; }

 private:
  using Pages = void (ConversationLoader::*)(const MessagePage&);
  void fetch(std::uint64_t before, Pages came);
  void fetch_around(std::uint64_t place, std::size_t rows_above, Pages came);
  void newest_came(const MessagePage& page);
  void older_came(const MessagePage& page);
  void newer_came(const MessagePage& page);
  void place_came(const MessagePage& page);
  bool fits(const MessagePage& page, Pages came);
  void note_end();
  void note_distance();
  bool holds(std::uint64_t place) const;
  void go_on();
  void reload();
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
  std::uint64_t apart_ = 1;               // how far the places of neighbours mostly are from each other
  std::uint64_t before_ = 0, ended_ = 0;  // of the page under way: what it is below, where the end was known to be
  std::optional<PageAround> around_;      // of the page under way, if it is looked for
  std::uint64_t shown_place_ = the_end;   // in the view; `the_end`: it is at the end
  std::uint64_t wanted_place_ = 0;
  std::function<void()> reached_;
  Lifetime lifetime_;
};

}  // namespace p2pchat::wx_gui
