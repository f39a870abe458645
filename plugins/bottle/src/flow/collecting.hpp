// SPDX-License-Identifier: MIT
#pragma once
#include "flow/shore.hpp"

#include <set>

namespace p2pchat::bottle {

/// Addressed bottles for me: asks the nodes nearest to me for them, hands them to whoever listens until they are taken,
/// and then tells those nodes. Asks at the start, each minute for ten minutes, then each ten minutes. Thread: [loop].
class Collecting {
 public:
  using HearFn = sdk::Fn<void(const Id& bottle, const Id& sender, sdk::bytes sealed)>;

  explicit Collecting(Shore& shore) : shore_(shore) {}
  /// Somebody listens: what is here is told, and the asking begins.
  void listen(HearFn f);
  /// One came, or came again although it was taken.
  void on_mine(const Id& from, const Held& held, bool is_new);
  /// What it held is safe.
  void taken(const Id& bottle);
  /// Begins, once this node knows who it is.
  void start();

 private:
  void ask();
  void ask_later(bool has_asked);
  void tell(const SeenKey& key);
  void tell_all();
  void tell_again();
  void tell_soon();
  void send_taken(const Id& to, const std::set<Id>& bottles);

  Shore& shore_;
  HearFn hear_;
  std::uint64_t began_us_ = 0, again_timer_ = 0;
  bool is_started_ = false, is_telling_ = false;
  std::set<Id> nearest_;                   // whom I asked last
  std::set<Id> taken_;                     // to be told to all of them
  std::map<Id, std::set<Id>> taken_from_;  // to be told to one
};

}  // namespace p2pchat::bottle
