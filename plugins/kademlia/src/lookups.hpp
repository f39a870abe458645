// SPDX-License-Identifier: MIT
#pragma once
#include "lookup.hpp"
#include "requests.hpp"

#include <deque>

namespace p2pchat::kademlia {

/// Runs lookups: at most 32 at once, 1,024 more wait. Each ends within its patience, also one that waited.
/// Thread: [loop]; no callback comes from inside `start`.
class Lookups {
 public:
  static constexpr std::size_t most_running = 32, most_waiting = 1024;
  /// How long a lookup may take: the caller of `Routing` is promised ten seconds.
  static constexpr std::uint64_t patience_ms = 9'500;
  /// Hears who answered, nearest first. Errors: `timed_out` when the patience ended, `busy`, `cancelled`; nodes that
  /// answered are given with them. `holders` said that they can call the one who is sought.
  using DoneFn =
      std::function<void(const sdk::Status&, const std::vector<Contact>& nodes, const std::vector<Contact>& holders)>;

  Lookups(Node& node, Requests& requests) : node_(node), requests_(requests) {}
  void start(const Wish& wish, DoneFn done);
  /// Ends every lookup with `cancelled`.
  void stop();

 private:
  struct Active {
    Lookup lookup;
    DoneFn done;
    std::uint64_t timer = 0;
    bool is_running = false;
    std::vector<Contact> holders{};
  };
  void begin(std::uint64_t number);
  std::vector<Contact> others_than(const std::vector<Contact>& seeds) const;
  void advance(std::uint64_t number);
  void ask(std::uint64_t number, const Contact& contact);
  void take(std::uint64_t number, const Contact& asked, const Outcome& outcome);
  void end(std::uint64_t number, const sdk::Status& status);
  std::vector<Contact> with_proven_addresses(std::vector<Contact> contacts) const;

  Node& node_;
  Requests& requests_;
  std::map<std::uint64_t, Active> active_;
  std::deque<std::uint64_t> waiting_;
  std::uint64_t next_number_ = 1;
  std::size_t running_ = 0;
};

}  // namespace p2pchat::kademlia
