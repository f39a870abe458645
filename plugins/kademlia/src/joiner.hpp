// SPDX-License-Identifier: MIT
#pragma once
#include "lookups.hpp"

namespace p2pchat::kademlia {

/// Finds a way into the network and back into it: greets endpoints that were named and contacts of earlier runs, then
/// looks up my own id, through each of the first who answered alone, so that my neighbours hear of me and one who lies
/// does not lead all lookups astray.
///
/// Named endpoints are tried for ever, until each has answered once, and again whenever nobody in the table answers.
/// Remembered contacts are greeted as well, so that the table becomes again what it was, whoever it is that answers
/// first: each until it has answered, three times at most unless nobody else does. The pause between tries doubles up
/// to five minutes (one while alone), give or take a half, so that a dead bootstrap node is not drowned when it comes
/// back. Thread: [loop].
class Joiner {
 public:
  using DoneFn = std::function<void(const sdk::Status&)>;

  /// `looked_up` hears each time my own neighbourhood has been searched, through everybody who answered.
  Joiner(Node& node, Requests& requests, Lookups& lookups, std::function<void()> looked_up);
  /// Adds endpoints (`host:port` or an address) and tries everybody. `done` when my neighbourhood has been searched, or
  /// after ten seconds when somebody has answered; `not_found` when nobody is named or remembered, `timed_out` when
  /// none answered.
  void join(const std::vector<std::string>& endpoints, DoneFn done);
  /// Takes the contacts of earlier runs, best first. Called once, perhaps with none; nobody is asked before it.
  void remember(const std::vector<Contact>& contacts);
  /// Looks up my own id: after I can be greeted, and after lost nodes came back.
  void look_up_self();
  /// The first who answered, four by a name and four from memory at most.
  const std::vector<Contact>& ways() const { return ways_; }
  /// Tries whoever is due.
  void wake();
  /// Ends every join with `cancelled`.
  void stop();

 private:
  struct Name {
    std::string endpoint;
    std::optional<Contact> remembered{};
    std::uint64_t due_us = 0;
    std::uint32_t failures = 0;
    bool is_asking = false, has_answered = false, is_me = false;
  };
  void add(Name name);
  bool is_wanted(const Name& name, bool alone) const;
  void ask(std::size_t index);
  void add_way(const Name& name, const Contact& who);
  void take(std::size_t index, const Outcome& outcome);
  void sleep();
  void settle();
  void answer(const sdk::Status& status);

  Node& node_;
  Requests& requests_;
  Lookups& lookups_;
  std::function<void()> looked_up_;
  std::vector<Name> names_;
  std::vector<Contact> ways_;
  std::size_t remembered_ways_ = 0;  // of these
  std::size_t looked_through_ = 0;   // of these
  std::vector<DoneFn> waiting_;
  std::uint64_t timer_ = 0, deadline_ = 0;
  bool is_loaded_ = false, is_looking_ = false, look_again_ = false, has_looked_ = false, is_stopped_ = false;
};

}  // namespace p2pchat::kademlia
