// SPDX-License-Identifier: MIT
#pragma once
#include "link.hpp"

#include <functional>
#include <map>

namespace p2pchat::messaging {

/// Everything about one node: what waits for it, and the links with it.
struct Correspondent {
  struct Line {
    std::string text;
    sdk::StatusFn done;
  };
  std::deque<Line> waiting;
  std::size_t waiting_bytes = 0;
  bool seeking = false;  ///< being located, or waiting for its endpoint to become free
  bool sending = false;  ///< a record is on its way out of this process
  std::shared_ptr<Link> opening, standing;
  std::vector<std::shared_ptr<Link>> leaving;
  std::uint64_t used_us = 0;  ///< when a line last went or came

  bool forgettable() const { return waiting.empty() && !seeking && !opening && !standing && leaving.empty(); }
};

/// Which link with each node carries what: sends what waits over the one that stands, and lets the better of two live.
///
/// Takes over without loss: the link that gives way says goodbye after its last record, and records of the other are
/// handed out only when everything before has been. Knows neither addresses nor handshakes. Thread: [loop].
class Correspondents {
 public:
  using ChangeFn = std::function<void(const sdk::Id&)>;
  /// `open` is called when lines wait and there is no link.
  Correspondents(sdk::Host& host, ChangeFn open) : host_(host), open_(std::move(open)) {}

  void set_self(const sdk::Id& me) { me_ = me; }
  /// Queues a line and sends it as soon as it may. Errors: `busy`.
  sdk::Status queue(const sdk::Id& id, std::string_view line, sdk::StatusFn& done);
  /// Opens a link or sends, whichever is due.
  void advance(const sdk::Id& id);
  /// Fails everything that waits for a node.
  void fail_waiting(const sdk::Id& id, const sdk::Status& why);
  /// Notes that a handshake begins now.
  void begun(Link& link) { link.began = ++count_; }
  /// Whether an opening would be used, or gives way to the link that stands.
  bool wanted(const Link& opening) const;
  bool may_deliver(const Link& link) const;
  void established(const std::shared_ptr<Link>& link);
  /// Says goodbye on the link that stands.
  void retire(const std::shared_ptr<Link>& link);
  void ended(const std::shared_ptr<Link>& link, const sdk::Status& why);
  /// Says goodbye on links that have been idle since, and forgets nodes with nothing left.
  void sweep(std::uint64_t idle_since_us);

  Correspondent& at(const sdk::Id& id) { return all_[id]; }
  const std::map<sdk::Id, Correspondent>& all() const { return all_; }
  std::vector<ChangeFn> on_online, on_offline;

 private:
  bool beats(const Link& newer, const Link& standing) const;
  void flush(const sdk::Id& id, Correspondent& node);

  sdk::Host& host_;
  const ChangeFn open_;
  sdk::Id me_;
  std::uint64_t count_ = 0;
  std::map<sdk::Id, Correspondent> all_;
  std::shared_ptr<const int> alive_ = std::make_shared<int>();  ///< links may answer after the end of this
};

}  // namespace p2pchat::messaging
